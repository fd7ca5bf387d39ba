import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accessTable } from './access-table'

const root = join(import.meta.dirname, '..')

/** The source files below a folder, by their paths from the root. */
function listSources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : listSources(path)
    return /[.]tsx?$/.test(entry.name) && !/[.]test[.]/.test(entry.name) ? [path] : []
  })
}

/** The address of a page or a route: what lies between app/ and its file, without the language and Next's groups. */
const addressOf = (path: string) =>
  `/${path
    .split('/')
    .slice(1, -1)
    .filter((part) => part !== '[locale]' && !/^\(.*\)$/.test(part))
    .join('/')}`

/** What a module exports as values: declared with the word, or named in a list. */
function exportsOf(source: string): readonly string[] {
  const declared = [...source.matchAll(/^export (?:default )?(?:async )?(?:function\*?|const|let|class) (\w+)/gm)]
  const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().split(/ as /).at(-1) ?? ''),
  )
  return [...declared.map(([, name = '']) => name), ...listed].filter((name) => name !== '')
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** What answers requests, by the name of its row. */
function findEntries(path: string): readonly string[] {
  const source = readFileSync(join(root, path), 'utf8')
  if (/^['"]use server['"]/m.test(source)) return exportsOf(source).map((name) => `action ${path}#${name}`)
  if (/^app\/.*page[.]tsx$/.test(path)) return [`page ${addressOf(path)}`]
  if (!/\/route[.]ts$/.test(path)) return []
  return exportsOf(source)
    .filter((name) => methods.includes(name))
    .map((method) => `${method} ${addressOf(path)}`)
}

const entries = ['app', 'components', 'lib'].flatMap(listSources).flatMap(findEntries)

test('the sources have pages, routes and actions to be found', () => {
  expect(entries).toContain('page /teach/[course]/people')
  expect(entries).toContain('POST /api/auth/[...all]')
  expect(entries).toContain('action app/[locale]/teach/make-course.ts#makeCourse')
})

test('no action hides within another file, where this test would not see it', () => {
  const hidden = ['app', 'components', 'lib'].flatMap(listSources).filter((path) => {
    const source = readFileSync(join(root, path), 'utf8')
    return /^\s+['"]use server['"]/m.test(source)
  })
  expect(hidden).toEqual([])
})

test('everything that answers requests says in app/access-table.ts whom it is for', () => {
  const missing = entries.filter((entry) => !(entry in accessTable))
  expect(missing, 'add a row for each of these to app/access-table.ts').toEqual([])
})

test('the table has no row for what is gone', () => {
  expect(Object.keys(accessTable).filter((row) => !entries.includes(row))).toEqual([])
})

test('what lies below a course is for an act in it', () => {
  const loose = Object.entries(accessTable).filter(
    ([row, access]) => row.includes('/[course]') && typeof access === 'string',
  )
  expect(loose).toEqual([])
})

test('an action that is for an act says how it is called', () => {
  const silent = Object.entries(accessTable).filter(
    ([row, access]) => row.startsWith('action ') && typeof access !== 'string' && access.call === undefined,
  )
  expect(silent).toEqual([])
})
