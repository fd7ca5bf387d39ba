import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/i18n/routing'
import { ambiguities } from '@/lib/tcp/ambiguities'
import { dimensions, unions } from '@/lib/tcp/conditions'
import { stepWords } from '@/lib/tcp/contents'
import { emissions } from '@/lib/tcp/emissions'
import { checks } from '@/lib/tcp/event-processing/checks'
import { eventNames } from '@/lib/tcp/events'
import { notAStateReasons } from '@/lib/tcp/names'
import { profiles } from '@/lib/tcp/profiles'
import { listeners } from '@/lib/tcp/responses'
import { dispositionKinds } from '@/lib/tcp/rule'
import { phases, type State, slugOf, states } from '@/lib/tcp/states'
import { wordKey } from '@/lib/tcp/word-key'
import en from './en/machine.json'
import zh from './zh-CN/machine.json'

type Words = { readonly [key: string]: string | Words }

const languages: readonly (readonly [Locale, Words])[] = [
  ['en', en],
  ['zh-CN', zh],
]

/** What has words, by the part of the file that holds them; and what each of these words consists of. */
const parts = {
  states: [states, ['meaning', 'short']],
  events: [eventNames, ['label', 'name']],
  conditions: [[...Object.values(dimensions).flat(), ...Object.keys(unions)], []],
  emissions: [emissions, []],
  checks: [Object.keys(checks), []],
  kinds: [['transition', ...dispositionKinds], []],
  listeners: [listeners, []],
  phases: [phases, []],
  ambiguities: [Object.keys(ambiguities), ['reading', 'title']],
  profiles: [profiles, ['name', 'what']],
  notAState: [notAStateReasons, []],
  steps: [stepWords, []],
  places: [['erratum', 'figure', 'note', 'separator', 'table'], []],
} as const satisfies Record<string, readonly [readonly string[], readonly string[]]>

const partNames = Object.keys(parts) as (keyof typeof parts)[]

/** Every text of the file, with its path. */
function texts(words: Words, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, word]) => {
    const at = path === '' ? key : `${path}.${key}`
    return typeof word === 'string' ? [[at, word] as const] : texts(word, at)
  })
}

describe.each(languages)('the words of the machine in %s', (locale, words) => {
  it('are those of the parts listed here', () => {
    expect(Object.keys(words).sort()).toEqual([...partNames].sort())
  })

  it.each(partNames)('name all %s and nothing else', (part) => {
    const [names, fields] = parts[part]
    const keys = names.map(wordKey)
    const held = words[part] as Words
    expect(Object.keys(held).sort()).toEqual([...new Set(keys)].sort())
    expect(new Set(keys).size).toBe(names.length)
    for (const key of keys) {
      const word = held[key]
      expect(typeof word === 'string' ? [] : Object.keys(word ?? {}).sort(), key).toEqual(fields)
    }
  })

  it('read as they are written: they hold no argument and no tag', () => {
    const onError = (error: Error) => {
      throw error
    }
    const say = createTranslator({ locale, messages: { machine: words }, onError }) as unknown as (
      key: string,
    ) => string
    for (const [path, text] of texts(words, 'machine')) expect(say(path), path).toBe(text)
  })

  it('set what is the RFC’s in backticks, always in pairs', () => {
    const marks = [
      'SYN',
      'ACK',
      'FIN',
      'RST',
      'RCV.NXT',
      'SND.UNA',
      'SEG.ACK',
      ...states.filter((s) => s.includes('-')),
    ]
    const bare = texts(words).filter(([, text]) => {
      const outside = text.split('`').filter((_, index) => index % 2 === 0)
      return text.split('`').length % 2 === 0 || outside.some((piece) => marks.some((mark) => piece.includes(mark)))
    })
    expect(bare.map(([path]) => path)).toEqual([])
  })

  it('tell any two of a part apart', () => {
    for (const part of partNames) {
      for (const field of ['', ...parts[part][1]]) {
        const own = Object.values(words[part] as Words).map((word) => (typeof word === 'string' ? word : word[field]))
        const said = own.filter((word) => word !== undefined)
        expect(new Set(said).size, `${part}.${field}`).toBe(said.length)
      }
    }
  })

  it.each(states)('say in a few words what %s waits for, without its name', (state) => {
    const short = shortOf(words, state)
    const named = state.split('-').filter((part) => new RegExp(`(?<![A-Z])${part}(?![A-Z])`, 'i').test(short))
    expect(named).toEqual([])
    const long = locale === 'en' ? short.split(/\s+/).length > 8 : (short.match(/\p{Script=Han}/gu) ?? []).length > 14
    expect(long, short).toBe(false)
  })
})

function shortOf(words: Words, state: State): string {
  const word = (words.states as Words)[slugOf(state)] as Words
  return word.short as string
}

describe('the words of the machine', () => {
  it('have the same keys in both languages', () => {
    expect(texts(zh).map(([path]) => path)).toEqual(texts(en).map(([path]) => path))
  })

  it('put the same things in backticks in both languages', () => {
    const quoted = (text: string) => new Set(text.match(/`[^`]+`/g))
    const chinese = new Map(texts(zh))
    const differing = texts(en).filter(([path, text]) => {
      const other = quoted(chinese.get(path) ?? '')
      return [...quoted(text)].some((mark) => !other.has(mark))
    })
    expect(differing.map(([path]) => path)).toEqual([])
  })

  it('use the punctuation of Chinese in Chinese', () => {
    const prose = texts(zh).map(([path, text]) => [path, text.replaceAll(/`[^`]*`/g, '')] as const)
    const wrong = prose.filter(([, text]) => /[\p{Script=Han}][,;:!?()]|[,;:!?()][\p{Script=Han}]/u.test(text))
    expect(wrong).toEqual([])
  })
})
