import { describe, expect, it } from 'vitest'
import { loadSay } from '../i18n/say'
import { deriveBank } from '../items/bank'
import { rightAnswer } from '../items/verify'
import { presentReveal, presentTally } from './present-live'

const { items } = deriveBank()
const kinds = [...new Set(items.map(({ body }) => body.kind))]

describe.each(kinds)('a question in the hall: %s', (kind) => {
  const item = items.find(({ body }) => body.kind === kind)
  if (item === undefined) throw new Error(kind)
  const { topic, level, body } = item
  const right = rightAnswer(body)
  const answers = right === null ? [] : [right]
  const hall = (state: 'open' | 'closed' | 'revealed') => ({ asked: { topic, level, body }, seed: 5, state })

  it('tells nothing of the key before it is shown, and all of it then', async () => {
    const say = await loadSay('en')
    expect(presentTally(say, hall('open'), answers)).toBeNull()
    const closed = presentTally(say, hall('closed'), answers)
    expect(closed?.answers).toBe(1)
    expect(closed?.bars.every((bar) => bar.right === null)).toBe(true)
    for (const state of ['open', 'closed'] as const)
      expect(presentReveal(say, hall(state), right ?? undefined)).toBeNull()
    const revealed = presentTally(say, hall('revealed'), answers)
    expect(revealed?.bars.some((bar) => bar.right === true && bar.count === 1)).toBe(true)
    expect(presentReveal(say, hall('revealed'), right ?? undefined)?.right).toBe(true)
    const unanswered = presentReveal(say, hall('revealed'), undefined)
    expect(unanswered?.answer.length).toBeGreaterThan(0)
    expect(JSON.stringify(revealed)).not.toContain('live.')
  })
})
