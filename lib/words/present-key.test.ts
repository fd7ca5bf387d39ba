import { describe, expect, it } from 'vitest'
import { loadSay } from '../i18n/say'
import { deriveBank } from '../items/bank'
import { scoreAnswer } from '../items/kinds/all'
import { presentKey } from './present-key'

describe('the key of a question in words', () => {
  const { items } = deriveBank()

  it('says of every question of the bank what is right', async () => {
    const say = await loadSay('en')
    for (const { id, body } of items) expect(presentKey(say, body).right.length, id).toBeGreaterThan(0)
  })

  it('marks one option of a choice, and that one is right', async () => {
    const item = items.find(({ body }) => body.kind === 'next-state')
    if (item === undefined) throw new Error('The bank asks for no next state')
    const { options, right } = presentKey(await loadSay('en'), item.body)
    expect(options.filter(({ isRight }) => isRight).map(({ words }) => words)).toEqual(right)
    const state = right[0]?.replaceAll('`', '') ?? ''
    expect(scoreAnswer(item.body, { form: 'choice', option: `state:${state}` })).toBe(true)
  })
})
