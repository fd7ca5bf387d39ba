import Papa from 'papaparse'
import { z } from 'zod'
import { longestNumber, parseName, parseOptional } from './member-name'
import { type Role, roles } from './roles'

/** The most lines that are taken at once, which is as many as a course takes people. */
export const mostLines = 1000

/** The most octets of a roster: a thousand long lines. */
export const mostRosterOctets = 400_000

export type RosterColumn = 'name' | 'email' | 'number' | 'role'

/** By what a column is found: its heading in lower case, without spaces, hyphens and underscores. */
const headings: Readonly<Record<RosterColumn, readonly string[]>> = {
  name: ['name', 'fullname', 'studentname', 'displayname', 'student', '姓名', '名字', '学生姓名', '学生', '名称'],
  email: ['email', 'mail', 'emailaddress', '邮箱', '电子邮箱', '电子邮件', '邮件', '邮箱地址', '邮件地址'],
  number: [
    'number',
    'id',
    'no',
    'studentid',
    'studentnumber',
    'studentno',
    'matriculationnumber',
    '学号',
    '编号',
    '号码',
  ],
  role: ['role', '角色', '身份'],
}

/** What a role is called in a roster; an owner is made by handing the course over, never by a list. */
const roleWords: Readonly<Record<string, Role>> = {
  教师: 'teacher',
  老师: 'teacher',
  助教: 'assistant',
  学生: 'student',
  观察员: 'observer',
  观察者: 'observer',
  ta: 'assistant',
  ...Object.fromEntries(roles.filter((role) => role !== 'owner').map((role) => [role, role])),
}

/** Somebody for whom a place is to be kept. */
export type RosterPerson = {
  readonly name: string
  /** In lower case. */
  readonly email: string | null
  readonly number: string
  readonly role: Role
}

export type LineError =
  | 'no name'
  | 'long name'
  | 'bad email'
  | 'long number'
  | 'neither email nor number'
  | 'unknown role'
  | 'too many cells'

/** A line of the roster by its number in the text, the heading being 1. */
export type RosterLine = { readonly line: number; readonly text: string } & (
  | { readonly kind: 'person'; readonly person: RosterPerson }
  /** Says the same person as an earlier line. */
  | { readonly kind: 'twice'; readonly person: RosterPerson; readonly first: number }
  | { readonly kind: 'wrong'; readonly error: LineError }
)

export type Roster =
  | { readonly kind: 'read'; readonly lines: readonly RosterLine[] }
  | { readonly kind: 'refused'; readonly error: 'empty' | 'no heading' | 'no lines' | 'too many' | 'broken quotes' }

/**
 * Reads a roster: a heading, then a line per person, with commas, semicolons or tabs between the cells and quotes around
 * those that need them (RFC 4180). Refuses as a whole what has no heading with a name in it; a line that is wrong is told
 * by its number and takes no other along.
 */
export function readRoster(text: string): Roster {
  const trimmed = text.replace(/^\uFEFF/, '')
  if (trimmed.trim() === '') return { kind: 'refused', error: 'empty' }
  const { data, errors } = Papa.parse<string[]>(trimmed, { delimiter: separatorOf(trimmed) })
  if (errors.some(({ type }) => type === 'Quotes')) return { kind: 'refused', error: 'broken quotes' }
  const [heading = [], ...rows] = data
  const columns = findColumns(heading)
  if (columns.name === undefined) return { kind: 'refused', error: 'no heading' }
  const starts = startsOf(data)
  const filled = rows
    .map((cells, index) => ({ cells, line: starts[index + 1] ?? index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return { kind: 'refused', error: 'no lines' }
  if (filled.length > mostLines) return { kind: 'refused', error: 'too many' }
  const width = heading.length
  return { kind: 'read', lines: markTwice(filled.map((row) => readLine(row, columns, width))) }
}

/** The one of the three that the heading has most of. */
function separatorOf(text: string): string {
  const [heading = ''] = text.split(/\r\n|\r|\n/, 1)
  const count = (separator: string) => heading.split(separator).length
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best))
}

/** At which line of the text each row begins: a cell in quotes may hold several. */
function startsOf(rows: readonly (readonly string[])[]): readonly number[] {
  let next = 1
  return rows.map((cells) => {
    const start = next
    next += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    return start
  })
}

type Columns = Readonly<Partial<Record<RosterColumn, number>>>

function findColumns(heading: readonly string[]): Columns {
  const titles = heading.map((title) =>
    title
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_\-.:*]/g, ''),
  )
  const found = Object.entries(headings).map(([column, names]) => [
    column,
    titles.findIndex((title) => names.includes(title)),
  ])
  return Object.fromEntries(found.filter(([, place]) => place !== -1))
}

const emailSchema = z.email().max(254)

type Row = { readonly cells: readonly string[]; readonly line: number }

function readLine({ cells, line }: Row, columns: Columns, width: number): RosterLine {
  const cell = (column: RosterColumn) => {
    const place = columns[column]
    return place === undefined ? '' : (cells[place] ?? '').trim()
  }
  const text = cells
    .map((one) => one.trim())
    .filter(Boolean)
    .join(' · ')
    .slice(0, 120)
  const wrong = (error: LineError) => ({ kind: 'wrong', line, text, error }) as const
  if (cells.slice(width).some((extra) => extra.trim() !== '')) return wrong('too many cells')
  const name = parseName(cell('name'))
  if (name === undefined)
    return wrong(parseOptional(cell('name'), Number.POSITIVE_INFINITY) === '' ? 'no name' : 'long name')
  const email = cell('email').normalize('NFKC').toLowerCase()
  if (email !== '' && !emailSchema.safeParse(email).success) return wrong('bad email')
  const number = parseOptional(cell('number'), longestNumber)
  if (number === undefined) return wrong('long number')
  if (email === '' && number === '') return wrong('neither email nor number')
  const role = cell('role') === '' ? 'student' : roleWords[cell('role').toLowerCase()]
  if (role === undefined) return wrong('unknown role')
  return { kind: 'person', line, text, person: { name, email: email === '' ? null : email, number, role } }
}

/** Marks who stands there already by email or by number. */
function markTwice(lines: readonly RosterLine[]): readonly RosterLine[] {
  const firsts = new Map<string, number>()
  return lines.map((line) => {
    if (line.kind !== 'person') return line
    const keys = keysOf(line.person)
    const first = keys.map((key) => firsts.get(key)).find((found) => found !== undefined)
    for (const key of keys) if (!firsts.has(key)) firsts.set(key, line.line)
    return first === undefined ? line : { ...line, kind: 'twice', first }
  })
}

/** By what somebody is known again: their email, the number that their school gave them. */
export function keysOf({ email, number }: Pick<RosterPerson, 'email' | 'number'>): readonly string[] {
  return [...(email === null ? [] : [`email ${email}`]), ...(number === '' ? [] : [`number ${number}`])]
}

/**
 * The text of a roster's file: UTF-8 with or without its mark, UTF-16 with one, else GB18030, as spreadsheets in Chinese
 * write it. Undefined where the octets are none of these.
 */
export function decodeRoster(octets: Uint8Array): string | undefined {
  const [first, second] = octets
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const names = isWide ? [first === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030']
  for (const name of names) {
    const text = decode(octets, name)
    if (text !== undefined && !text.includes('\0')) return text
  }
  return undefined
}

function decode(octets: Uint8Array, name: string): string | undefined {
  try {
    return new TextDecoder(name, { fatal: true }).decode(octets)
  } catch {
    // Octets that are not of this encoding, or an encoding that this Node was built without.
    return undefined
  }
}
