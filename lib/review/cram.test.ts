import { describe, expect, it } from 'vitest'
import { parseCram } from './cram'

describe('parseCram', () => {
  it.each([
    [{ of: 'coming' }, { of: 'coming', count: 20 }],
    [
      { of: 'all', count: '50', topic: 'open', seed: '7' },
      { of: 'all', count: 50, topic: 'open', seed: 7 },
    ],
    [
      { of: 'soon', count: '51', topic: 'sailing', seed: '-1' },
      { of: 'soon', count: 20 },
    ],
    [{ of: ['soon', 'all'] }, null],
    [{}, null],
    [{ of: 'everything' }, null],
  ])('%j asks for %j', (query, cram) => {
    expect(parseCram(query)).toEqual(cram)
  })
})
