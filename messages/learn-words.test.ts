import { describe, expect, it } from 'vitest'
import { arrows } from '@/components/diagram/arrows'
import { filters } from '@/components/learn/filters'
import { writers } from '@/lib/tcp/names'
import en from './en/learn.json'
import zh from './zh-CN/learn.json'

type Words = { readonly [key: string]: string | Words }

function paths(words: Words, path = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [`${path}${key}`] : paths(word, `${path}${key}.`),
  )
}

describe.each([
  ['en', en],
  ['zh-CN', zh],
])('the words of Learn in %s', (_, words) => {
  it('say why of every arrow, and of nothing else', () => {
    expect(Object.keys(words.why).sort()).toEqual(arrows.map(({ id }) => id).sort())
  })

  it('name every writer of names and every filter', () => {
    expect(Object.keys(words.writers)).toEqual([...writers])
    expect(Object.keys(words.filters)).toEqual(['label', ...filters])
  })

  it('are the same in number in both languages', () => {
    expect(paths(words).toSorted()).toEqual(paths(en).toSorted())
  })

  it('set what is the RFC’s in pairs of backticks', () => {
    for (const text of Object.values(words.why)) expect(text.split('`').length % 2, text).toBe(1)
  })
})
