import { describe, expect, it } from 'vitest'
import { loadSay } from '../i18n/say'
import { deriveBank } from '../items/bank'
import { chooseItem } from '../review/choose-item'
import { seedOfTurn } from '../review/seed-of-turn'
import { presentQuestion } from './present-card'

const { facts, items } = deriveBank()
const cardId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'

describe('presentCard', () => {
  it.each(['en', 'zh-CN'] as const)('never asks a card twice in a row in the same words: %s', async (locale) => {
    const say = await loadSay(locale)
    const candidates = items.map(({ id, fact, topic, level, body }) => ({
      id,
      fact,
      topic,
      level,
      body,
      kind: body.kind,
    }))
    for (const { id: factId } of facts) {
      const own = candidates.filter(({ fact }) => fact === factId)
      const met: Record<string, number> = {}
      let lastId: string | null = null
      let lastWords = ''
      for (let reps = 0; reps < 4; reps++) {
        const item: (typeof own)[number] | null = chooseItem(own, met, lastId)
        if (item === null) throw new Error(`Nothing asks ${factId}`)
        met[item.kind] = (met[item.kind] ?? 0) + 1
        lastId = item.id
        const seed = seedOfTurn(cardId, reps)
        const card = { id: cardId, factId, memory: null }
        const shown = presentQuestion(say, { kind: 'item', card, item: { ...item, version: 1 }, seed, handle: 1 })
        // The order of the options is no wording of its own.
        const { stem, endpoint, options, sequence } = shown?.question ?? {}
        const words = JSON.stringify([stem, endpoint, options?.toSorted(), sequence])
        expect(words, `${factId}, review ${reps}`).not.toBe(lastWords)
        lastWords = words
      }
    }
  })
})
