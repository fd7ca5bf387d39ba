import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/i18n/routing'
import { misconceptions } from '@/lib/misconceptions/misconceptions'
import en from './en/misconceptions.json'
import zh from './zh-CN/misconceptions.json'

type Words = Readonly<Record<string, { readonly belief: string; readonly correction: string }>>

const languages: readonly (readonly [Locale, Words])[] = [
  ['en', en],
  ['zh-CN', zh],
]

const marked = (text: string) => [...new Set(text.match(/`[^`]+`/g))].sort()

describe.each(languages)('the words of the misconceptions in %s', (locale, words) => {
  it('name every misconception and nothing else, in its order', () => {
    expect(Object.keys(words)).toEqual(misconceptions.map((one) => one.id))
    for (const [id, word] of Object.entries(words)) expect(Object.keys(word), id).toEqual(['belief', 'correction'])
  })

  it('read as they are written: they hold no argument and no tag', () => {
    const onError = (error: Error) => {
      throw error
    }
    const say = createTranslator({ locale, messages: { words }, onError }) as unknown as (key: string) => string
    for (const [id, { belief, correction }] of Object.entries(words)) {
      expect(say(`words.${id}.belief`), id).toBe(belief)
      expect(say(`words.${id}.correction`), id).toBe(correction)
    }
  })

  it('say no belief and no correction twice', () => {
    for (const field of ['belief', 'correction'] as const) {
      const said = Object.values(words).map((word) => word[field])
      expect(new Set(said).size, field).toBe(said.length)
    }
  })

  it('set names of the RFC in backticks, always in pairs', () => {
    const bare = Object.entries(words).filter(([, { belief, correction }]) =>
      [belief, correction].some((text) => {
        const pieces = text.split('`')
        const outside = pieces.filter((_, index) => index % 2 === 0)
        return (
          pieces.length % 2 === 0 ||
          outside.some((piece) => /SYN|ACK|FIN|RST|WAIT|CLOS|LISTEN|SEG[.]|SND[.]|RCV[.]/.test(piece))
        )
      }),
    )
    expect(bare.map(([id]) => id)).toEqual([])
  })
})

describe('the words of the misconceptions', () => {
  it.each(misconceptions)('name the same things of the RFC in both languages: $id', ({ id }) => {
    const english: Words = en
    const chinese: Words = zh
    for (const field of ['belief', 'correction'] as const) {
      expect(marked(chinese[id]?.[field] ?? ''), field).toEqual(marked(english[id]?.[field] ?? ''))
    }
  })

  it('use the punctuation of Chinese in Chinese', () => {
    const prose = Object.values(zh).flatMap(({ belief, correction }) =>
      [belief, correction].map((text) => text.replaceAll(/`[^`]*`/g, '')),
    )
    expect(prose.filter((text) => /\p{Script=Han}\s*[,;:!?()]|[,;:!?()]\s*\p{Script=Han}/u.test(text))).toEqual([])
  })
})
