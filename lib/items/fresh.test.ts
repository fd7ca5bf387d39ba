import { describe, expect, it } from 'vitest'
import { deriveBank } from './bank'
import { freshBody } from './fresh'
import { rightAnswer, verifyItem } from './verify'

const { items } = deriveBank()
const numbered = new Set(['next-state', 'what-is-sent', 'user-told', 'click-state', 'click-arrow'])

describe('freshBody', () => {
  it('asks nothing that the machine would not stand for', () => {
    const flaws = items.flatMap(({ id, fact, body }) =>
      [1, 2, 3].flatMap((seed) => verifyItem({ id, body: freshBody(body, fact, seed) })),
    )
    expect(flaws.slice(0, 5)).toEqual([])
  })

  it('keeps the key of what only gets other numbers', () => {
    for (const { id, fact, body } of items.filter((item) => numbered.has(item.body.kind)))
      expect(rightAnswer(freshBody(body, fact, 7)), id).toEqual(rightAnswer(body))
  })

  it('keeps the statement that is asked, and changes its company', () => {
    const asked = items.filter(({ body }) => body.kind === 'statements')
    const changed = asked.filter(({ fact, body }) => {
      const fresh = freshBody(body, fact, 7)
      if (fresh.kind !== 'statements') return false
      expect(fresh.options).toContain(`statement:${fact.replace('statement/', '')}`)
      return JSON.stringify(fresh) !== JSON.stringify(freshBody(body, fact, 8))
    })
    expect(changed.length / asked.length).toBeGreaterThan(0.95)
  })

  it('depends on the seed alone', () => {
    for (const { fact, body } of items) expect(freshBody(body, fact, 3)).toEqual(freshBody(body, fact, 3))
  })
})
