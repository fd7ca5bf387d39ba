import { describe, expect, it } from 'vitest'
import { examTexts } from '@/components/exam/texts'
import { locales } from '@/lib/i18n/routing'
import { loadSay } from '@/lib/i18n/say'
import en from './en/exam.json'
import zh from './zh-CN/exam.json'

/** The address of every text in a value. */
function keysOf(value: object, above = ''): readonly string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [`${above}${key}`] : keysOf(inner, `${above}${key}.`),
  )
}

describe('the words of the exam', () => {
  it('are the same texts in both languages', () => {
    expect(keysOf(zh)).toEqual(keysOf(en))
  })

  it.each(locales)('are all there for a running exam, with their places open: %s', async (locale) => {
    const texts = examTexts(await loadSay(locale))
    expect(Object.entries(texts).filter(([key, text]) => text === '' || text.includes(`exam.${key}`))).toEqual([])
    expect([texts.question, texts.goTo, texts.elsewhere].map((text) => text.match(/\{\w+\}/g))).toEqual([
      ['{number}', '{length}'],
      ['{number}'],
      ['{numbers}'],
    ])
  })
})
