import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/i18n/routing'
import { isTrue } from '@/lib/items/statement-truth'
import { statements as bankStatements } from '@/lib/items/statements'
import { statementsOnlyToOrder } from '@/lib/items/statements/only-to-order'
import en from './en/statements.json'
import zh from './zh-CN/statements.json'

const statements = [...bankStatements, ...statementsOnlyToOrder]

type Words = Readonly<Record<string, { readonly text: string; readonly why: string }>>

/** What is held equal between true and false, so that no wording gives the truth away. */
type Style = {
  readonly locale: Locale
  readonly words: Words
  /** The length as a reader feels it: words in English, 汉字 in Chinese. */
  readonly lengthOf: (text: string) => number
  readonly shortest: number
  readonly longest: number
  readonly absolutes: RegExp
  readonly hedges: RegExp
}

const bare = (text: string) => text.replaceAll(/`[^`]*`/g, '')
const marked = (text: string) => [...new Set(text.match(/`[^`]+`/g))].sort()

const styles: readonly Style[] = [
  {
    locale: 'en',
    words: en,
    lengthOf: (text) => text.split(' ').length,
    shortest: 8,
    longest: 25,
    absolutes: /\b(always|never|only|all|every|any|none|nothing|must|cannot|no|whichever|whatever)\b/i,
    hedges: /\b(may|might|can|could|still|already|usually)\b/i,
  },
  {
    locale: 'zh-CN',
    words: zh,
    lengthOf: (text) => text.match(/\p{Script=Han}/gu)?.length ?? 0,
    shortest: 12,
    longest: 45,
    absolutes: /总是|从不|只|仅|所有|任何|必须|一定|全部|无论|没有什么|完全/,
    hedges: /可以|可能|仍|还|已经|通常|允许|能够/,
  },
]

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

describe.each(styles)('the words of the statements in $locale', (style) => {
  const { locale, words } = style
  const texts = (truth: boolean) =>
    statements.filter((statement) => isTrue(statement) === truth).map(({ id }) => words[id]?.text ?? '')
  const share = (truth: boolean, pattern: RegExp) =>
    mean(texts(truth).map((text) => (pattern.test(bare(text)) ? 1 : 0)))

  it('name every statement and nothing else, in its order', () => {
    expect(Object.keys(words)).toEqual(statements.map(({ id }) => id))
    for (const [id, word] of Object.entries(words)) expect(Object.keys(word), id).toEqual(['text', 'why'])
  })

  it('read as they are written: they hold no argument and no tag', () => {
    const onError = (error: Error) => {
      throw error
    }
    const say = createTranslator({ locale, messages: { words }, onError }) as unknown as (key: string) => string
    for (const [id, { text, why }] of Object.entries(words)) {
      expect(say(`words.${id}.text`), id).toBe(text)
      expect(say(`words.${id}.why`), id).toBe(why)
    }
  })

  it('are one sentence of a length that reads at a glance', () => {
    for (const [id, { text }] of Object.entries(words)) {
      const length = style.lengthOf(text)
      expect(length, id).toBeGreaterThanOrEqual(style.shortest)
      expect(length, id).toBeLessThanOrEqual(style.longest)
      expect(bare(text).match(/[.。](?!\d)/g), id).toHaveLength(1)
    }
  })

  it('say nothing twice', () => {
    for (const field of ['text', 'why'] as const) {
      const said = Object.values(words).map((word) => word[field])
      expect(new Set(said).size, field).toBe(said.length)
    }
  })

  it('set names of the RFC in backticks, always in pairs', () => {
    const loose = Object.entries(words).filter(([, { text, why }]) =>
      [text, why].some(
        (words) =>
          words.split('`').length % 2 === 0 ||
          /SYN|ACK|FIN|RST|WAIT|CLOS|LISTEN|SEG[.]|SND[.]|RCV[.]/.test(bare(words)),
      ),
    )
    expect(loose.map(([id]) => id)).toEqual([])
  })

  it('give the truth away neither by length nor by absolute words nor by hedges', () => {
    const lengths = [true, false].map((truth) => mean(texts(truth).map(style.lengthOf)))
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThanOrEqual(1.1)
    for (const pattern of [style.absolutes, style.hedges]) {
      expect(Math.abs(share(true, pattern) - share(false, pattern)), String(pattern)).toBeLessThanOrEqual(0.05)
    }
  })
})

describe('the words of the statements', () => {
  it.each(statements)('name the same things of the RFC in both languages: $id', ({ id }) => {
    const english: Words = en
    const chinese: Words = zh
    for (const field of ['text', 'why'] as const) {
      expect(marked(chinese[id]?.[field] ?? ''), field).toEqual(marked(english[id]?.[field] ?? ''))
    }
  })

  it('use the punctuation of Chinese in Chinese', () => {
    const prose = Object.values(zh).flatMap(({ text, why }) => [bare(text), bare(why)])
    expect(prose.filter((text) => /\p{Script=Han}\s*[,;:!?()]|[,;:!?()]\s*\p{Script=Han}/u.test(text))).toEqual([])
  })

  it('part Chinese from Latin letters and digits by a space', () => {
    const prose = Object.values(zh).flatMap(({ text, why }) => [text, why])
    expect(prose.filter((text) => /\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9]\p{Script=Han}/u.test(text))).toEqual([])
  })
})
