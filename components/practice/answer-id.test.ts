import { expect, it } from 'vitest'
import { z } from 'zod'
import { makeAnswerId } from './answer-id'

it('makes UUIDs of version 4, each a new one', () => {
  const ids = Array.from({ length: 1000 }, makeAnswerId)
  for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})
