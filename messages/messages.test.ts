import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import compile from 'icu-minify/compile'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const here = import.meta.dirname
const root = join(here, '..')

type Texts = { readonly [key: string]: string | Texts }
const textsSchema: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string(), textsSchema])))

/** Every text of a language by its full key, as in practice.refused.busy. */
function readTexts(locale: string): ReadonlyMap<string, string> {
  const flatten = (texts: Texts, path: string): readonly (readonly [string, string])[] =>
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}.${key}`, value] as const] : flatten(value, `${path}.${key}`),
    )
  const files = readdirSync(join(here, locale)).filter((name) => name.endsWith('.json'))
  return new Map(
    files.flatMap((name) =>
      flatten(textsSchema.parse(JSON.parse(readFileSync(join(here, locale, name), 'utf8'))), name.slice(0, -5)),
    ),
  )
}

/** The names of arguments and tags under a compiled part, which is a text, 0 for #, or [name, kind?, detail?]. */
function namesIn(part: unknown): readonly string[] {
  if (!Array.isArray(part)) return []
  const [name, kind, detail]: readonly unknown[] = part
  const branches =
    kind === 1 || kind === 2 || kind === 3 ? Object.values(z.record(z.string(), z.unknown()).parse(detail)) : []
  const children = typeof kind === 'number' || kind === undefined ? [] : part.slice(1)
  return [
    String(name),
    ...branches.flatMap((branch) => (Array.isArray(branch) ? branch.flatMap(namesIn) : [])),
    ...children.flatMap(namesIn),
  ]
}

/** The arguments and tags that a text needs; throws where the text is not ICU. */
function argumentsOf(text: string): readonly string[] {
  const compiled = compile(text)
  return typeof compiled === 'string' ? [] : [...new Set(compiled.flatMap(namesIn))].sort()
}

function readSources(folder: string): string {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .filter(({ name }) => name !== 'generated' && !name.includes('.test.'))
    .map((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return readSources(path)
      return /[.]tsx?$/.test(entry.name) ? readFileSync(join(root, path), 'utf8') : ''
    })
    .join('\n')
}

const english = readTexts('en')
const others = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map(({ name }) => [name, readTexts(name)] as const)

describe.each(others)('the texts in %s', (_locale, translated) => {
  test('have the keys of the English ones', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('take the arguments of the English ones', () => {
    const argumentsByKey = (texts: ReadonlyMap<string, string>) =>
      Object.fromEntries([...texts].map(([key, text]) => [key, argumentsOf(text)]))
    expect(argumentsByKey(translated)).toEqual(argumentsByKey(english))
  })

  test('are all there', () => {
    expect([...translated].filter(([, text]) => text.trim() === '')).toEqual([])
  })
})

const code = ['app', 'components', 'lib'].map(readSources).join('\n')

/** Words joined by hyphens in lower case, as keys are made of the machine's words: answered by ACK, answered-by-ack. */
const hyphenate = (text: string) => `-${text.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}-`
const words = hyphenate(code)

/** The keys that code puts together, as in `stems.order-${what}`: patterns of full keys. */
const patterns = [...code.matchAll(/`([\w.-]+[.-][^`\n]*?\$\{[^`\n]*)`/g)].map(([, template = '']) => {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[^\w-]/g, '\\$&'))
  return new RegExp(`(^|[.])${parts.join('.+')}$`)
})

describe('the keys of the texts', () => {
  // As far as can be told: the last part of a key stands somewhere in the code, be it in t('…'), as a property, or as the
  // name of a thing of the domain by which its text is looked up; or the code puts the key together.
  test('are used', () => {
    const isNamed = (key: string) => words.includes(hyphenate(key.split('.').at(-1) ?? ''))
    const isComposed = (key: string) => patterns.some((pattern) => pattern.test(key))
    expect([...english.keys()].filter((key) => !isNamed(key) && !isComposed(key))).toEqual([])
  })
})
