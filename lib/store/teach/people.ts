import 'server-only'
import { z } from 'zod'
import { type Role, roleSchema } from '../../teach/roles'
import { booleanColumn, instantColumn } from '../columns'
import { database } from '../database'
import { mayIn } from './may'

const row = z.object({
  userId: z.string(),
  role: roleSchema,
  name: z.string(),
  pseudonym: z.string(),
  number: z.string(),
  joinedAt: instantColumn,
  leftAt: instantColumn.nullable(),
  removed: booleanColumn,
  factor: z.number(),
  extraMinutes: z.number().int(),
  breakMinutes: z.number().int(),
})

const columns = Object.keys(row.shape)
  .map((column) => `m."${column}"`)
  .join(', ')

/** Somebody of a course, as staff sees them. */
export type Named = Readonly<z.infer<typeof row>> & { readonly kind: 'named' }

/** A student as an observer sees them where the course wants pseudonyms: nothing here tells who that is. */
export type Hidden = { readonly kind: 'hidden'; readonly pseudonym: string; readonly role: Role }

/** Somebody whom an observer may see by name: without number and without what is granted. */
export type Seen = { readonly kind: 'seen'; readonly name: string; readonly role: Role }

export type Listed = Named | Hidden | Seen

type Asking = { readonly userId: string; readonly courseId: string }

/**
 * The people of a course who are in it today, staff first, by name; to an observer without what is nobody's business, and
 * where the course wants pseudonyms with those instead of names, by pseudonym. Nothing where the asker may not see people.
 */
export async function listPeople(asking: Asking): Promise<readonly Listed[]> {
  const { read } = await database()
  const rows = read<[Asking]>(
    `SELECT ${columns}, c.names, me.role AS "asker" FROM "Member" m
     JOIN "Course" c ON c.id = m."courseId"
     JOIN "Member" me ON me."courseId" = c.id AND me."userId" = @userId
     WHERE c.id = @courseId AND m."leftAt" IS NULL AND ${mayIn('see people', 'c.id')}
     ORDER BY CASE m.role WHEN 'owner' THEN 0 WHEN 'teacher' THEN 1 WHEN 'assistant' THEN 2 WHEN 'observer' THEN 3 ELSE 4 END,
       m.name, m."userId"`,
  ).all(asking)
  const asked = row.extend({ names: z.enum(['real', 'pseudonym']), asker: roleSchema })
  const listed = z
    .array(asked)
    .parse(rows)
    .map((person): Listed => showTo(person))
  return [...listed].sort(hiddenLast)
}

type Asked = z.infer<typeof row> & { readonly names: 'real' | 'pseudonym'; readonly asker: Role }

function showTo({ asker, names, ...person }: Asked): Listed {
  const { name, pseudonym, role } = person
  if (asker !== 'observer') return { kind: 'named', ...person }
  return names === 'pseudonym' && role === 'student'
    ? { kind: 'hidden', pseudonym, role }
    : { kind: 'seen', name, role }
}

/** Keeps the order, but for those who are hidden: theirs would tell the order of their names. */
function hiddenLast(one: Listed, other: Listed): number {
  if (one.kind !== 'hidden' || other.kind !== 'hidden')
    return Number(one.kind === 'hidden') - Number(other.kind === 'hidden')
  return Number(one.pseudonym) - Number(other.pseudonym) || one.pseudonym.localeCompare(other.pseudonym)
}

/** Those who have left a course or were taken out, the last first, for who looks after its people. */
export async function listGone(asking: Asking): Promise<readonly Named[]> {
  const { read } = await database()
  const rows = read<[Asking]>(
    `SELECT ${columns} FROM "Member" m
     WHERE m."courseId" = @courseId AND m."leftAt" IS NOT NULL AND ${mayIn('manage people', '@courseId')}
     ORDER BY m."leftAt" DESC, m."userId" LIMIT 1000`,
  ).all(asking)
  return z.array(row).parse(rows).map(named)
}

const named = (person: z.infer<typeof row>): Named => ({ kind: 'named', ...person })

/** Somebody of a course, here or gone, for who looks after its people; undefined where there is none, or one may not. */
export async function findMember(asking: Asking & { readonly memberId: string }): Promise<Named | undefined> {
  const { read } = await database()
  const found = read<[typeof asking]>(
    `SELECT ${columns} FROM "Member" m
     WHERE m."courseId" = @courseId AND m."userId" = @memberId AND ${mayIn('manage people', '@courseId')}`,
  ).get(asking)
  return found === undefined ? undefined : named(row.parse(found))
}

/** The names of those who teach a course, for everybody in it. */
export async function listTeachers(asking: Asking): Promise<readonly { readonly name: string; readonly role: Role }[]> {
  const { read } = await database()
  const rows = read<[Asking]>(
    `SELECT m.name, m.role FROM "Member" m
     WHERE m."courseId" = @courseId AND m."leftAt" IS NULL AND m.role IN ('owner', 'teacher', 'assistant')
       AND ${mayIn('see course', '@courseId')}
     ORDER BY CASE m.role WHEN 'owner' THEN 0 WHEN 'teacher' THEN 1 ELSE 2 END, m.name`,
  ).all(asking)
  return z.array(row.pick({ name: true, role: true })).parse(rows)
}

/** How many people are in a course today, by role; all zero for whom may not see them. */
export async function countPeople(asking: Asking): Promise<Readonly<Partial<Record<Role, number>>>> {
  const { read } = await database()
  const rows = read<[Asking]>(
    `SELECT m.role, count(*) AS count FROM "Member" m
     WHERE m."courseId" = @courseId AND m."leftAt" IS NULL AND ${mayIn('see people', '@courseId')} GROUP BY m.role`,
  ).all(asking)
  const counted = z.array(z.object({ role: roleSchema, count: z.number().int() })).parse(rows)
  return Object.fromEntries(counted.map(({ role, count }) => [role, count]))
}
