import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { codeAlphabet, codeLength, drawCode, isWordlike, parseCode, spellCode } from './door-code'

/** How many codes there are that are no words, counted by what the last two signs were. */
function countCodes(): number {
  type Kind = 'digit' | 'vowel' | 'consonant'
  const sizes: Readonly<Record<Kind, number>> = { digit: 8, vowel: 2, consonant: 17 }
  const kinds = Object.keys(sizes) as Kind[]
  let counts = new Map(kinds.map((kind) => [`digit ${kind}`, sizes[kind]]))
  for (let place = 1; place < codeLength; place += 1) {
    const next = new Map<string, number>()
    for (const [pair, count] of counts)
      for (const kind of kinds) {
        const [before, last] = pair.split(' ')
        const closes = before !== 'digit' && last === 'vowel' && kind !== 'digit'
        const key = `${last} ${kind}`
        // A vowel beside a vowel is counted as a syllable too, which is more than is left out.
        if (!closes) next.set(key, (next.get(key) ?? 0) + count * sizes[kind])
      }
    counts = next
  }
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

describe('the code of a door', () => {
  it('is of signs that no two of which look alike', () => {
    for (const group of ['0O', '1IL', '2Z', '5S', '8B', 'UV'])
      expect([...group].filter((sign) => codeAlphabet.includes(sign)).length, group).toBeLessThanOrEqual(1)
    expect(new Set(codeAlphabet).size).toBe(27)
  })

  it('is one of over 300 million, so that 300 guesses a day find one door less than once in a million days', () => {
    expect(countCodes()).toBeGreaterThan(300_000_000)
    expect(300 / countCodes()).toBeLessThanOrEqual(1e-6)
  })

  it('is never a word', () => {
    const drawn = fc.infiniteStream(fc.nat({ max: codeAlphabet.length - 1 }))
    fc.assert(
      fc.property(drawn, (numbers) => {
        const code = drawCode(() => numbers.next().value ?? 0)
        expect(code).toHaveLength(codeLength)
        expect(isWordlike(code)).toBe(false)
        expect(parseCode(spellCode(code).toLowerCase())).toBe(code)
      }),
    )
  })
})

test.each([
  ['k7m 2px', 'K7M2PX'],
  ['K7M-2PX', 'K7M2PX'],
  ['Ｋ７Ｍ２ＰＸ', 'K7M2PX'],
  ['zsbu77', '258V77'],
  ['K7M2P', undefined],
  ['K7M2P0', undefined],
  ['K7M2PIX', undefined],
  ['', undefined],
])('%j is typed for %s', (typed, code) => {
  expect(parseCode(typed)).toBe(code)
})
