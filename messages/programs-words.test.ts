import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/i18n/routing'
import { documented } from '@/lib/programs/documented'
import { problemKinds } from '@/lib/programs/problem'
import { profileDifferences } from '@/lib/programs/profile-differences'
import en from './en/programs.json'
import zh from './zh-CN/programs.json'

/** English declares each text as itself; the Chinese ones have its shape. */
type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }

const languages: readonly (readonly [Locale, Shape<typeof en>])[] = [
  ['en', en],
  ['zh-CN', zh],
]

const objects = [...documented.machine, ...documented.step]

describe.each(languages)('the words for programs in %s', (locale, words) => {
  it('describe every field of every object, and nothing else', () => {
    const described = Object.entries(words.fields).map(([name, fields]) => [name, Object.keys(fields).sort()])
    expect(described).toEqual(objects.map(({ name, fields }) => [name, fields.map((field) => field.name).sort()]))
    expect(Object.keys(words.objects)).toEqual(objects.map(({ name }) => name))
  })

  it('tell every problem and every difference', () => {
    expect(Object.keys(words.problems.kinds).sort()).toEqual(Object.keys(problemKinds).sort())
    const differences = profileDifferences().map(({ difference }) => difference)
    expect(Object.keys(words.profiles.difference).sort()).toEqual([...differences].sort())
  })

  it('take their numbers', () => {
    const t = createTranslator({ locale, messages: { programs: words }, namespace: 'programs' })
    expect(t('step.lead', { octets: 16_384 })).toContain('16,384')
    expect(t('machine.lead', { transitions: 71, dispositions: 325 })).toMatch(/71.*325/)
  })
})
