import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { markingEntry, markingVersion } from './marking-version.mjs'

const sources = {
  'mark.ts': `import { key } from './key'\nexport const mark = (given: number) => given === key`,
  'key.ts': 'export const key: number = 4\nexport const unused = 1',
  'page.ts': 'export const page = 1',
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timewait-marking-'))
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function versionWith(changes: Partial<typeof sources>): Promise<string> {
  for (const [name, text] of Object.entries({ ...sources, ...changes })) writeFileSync(join(folder, name), text)
  return await markingVersion(join(folder, 'mark.ts'))
}

test.each([
  ['what it imports', { 'key.ts': 'export const key: number = 5' }],
  ['itself', { 'mark.ts': `import { key } from './key'\nexport const mark = (given: number) => given !== key` }],
])('the code that marks has another name when it changes: %s', async (_, changes) => {
  expect(await versionWith(changes)).not.toBe(await versionWith({}))
})

test.each([
  ['a comment', { 'key.ts': '/** The key. */\nexport const key: number = 4\nexport const unused = 1' }],
  ['a type', { 'key.ts': 'type Key = number\nexport const key: Key = 4\nexport const unused = 1' }],
  ['what it does not reach', { 'page.ts': 'export const page = 2' }],
])('it keeps its name where only something else changes: %s', async (_, changes) => {
  expect(await versionWith(changes)).toBe(await versionWith({}))
})

test('the machine, the items, credit, rules and the log are part of what marks; pages and words are not', async () => {
  const { metafile } = await build({
    ...{ entryPoints: [markingEntry], bundle: true, write: false, metafile: true },
    ...{ platform: 'node', format: 'esm', conditions: ['react-server'], logLevel: 'silent' },
  })
  const reached = Object.keys(metafile?.inputs ?? {})
  for (const part of [
    'tcp/rules',
    'items/mark',
    'items/verify',
    'items/shown',
    'assessment/credit',
    'assessment/score',
  ])
    expect(reached).toContain(`lib/${part}.ts`)
  for (const part of ['assessment/attempt', 'assessment/clock', 'teach/regrade', 'store/exam/exam-log'])
    expect(reached).toContain(`lib/${part}.ts`)
  expect(reached.some((file) => /^node_modules\/zod\//.test(file))).toBe(true)
  expect(reached.filter((file) => /^(app|components|messages|lib\/words)\//.test(file))).toEqual([])
})
