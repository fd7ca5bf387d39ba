import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { mayGiveRole, type Role, roleSchema } from '../../teach/roles'
import { keysOf, type RosterPerson } from '../../teach/roster'
import { instantColumn, toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { type Acting, actIn, type Busy, countSchema, type NoCourse } from './acting'
import { noteCourseEvent } from './course-event'
import { drawToken } from './door'
import { mostMembers } from './enter'
import { mayIn } from './may'

const row = z.object({
  id: z.string(),
  email: z.string().nullable(),
  name: z.string(),
  number: z.string(),
  role: roleSchema,
  token: z.string(),
  createdAt: instantColumn,
  sentAt: instantColumn.nullable(),
  takenAt: instantColumn.nullable(),
})

/** A place that is kept for somebody, with the secret of its link. */
export type Seat = Readonly<z.infer<typeof row>>

const columns = Object.keys(row.shape)
  .map((column) => `s."${column}"`)
  .join(', ')

type Asking = { readonly userId: string; readonly courseId: string }

/** The seats of a course, open ones first, by name; nothing for whom may not manage its people. */
export async function listSeats(asking: Asking): Promise<readonly Seat[]> {
  const { read } = await database()
  const rows = read<[Asking]>(
    `SELECT ${columns} FROM "Seat" s WHERE s."courseId" = @courseId AND ${mayIn('manage people', '@courseId')}
     ORDER BY s."takenAt" IS NOT NULL, s.name, s.id`,
  ).all(asking)
  return z.array(row).parse(rows)
}

/** The keys of everybody who has a seat, or is in the course with a number: whoever has one of them is known already. */
function knownKeys(prepare: Prepare, courseId: string): ReadonlySet<string> {
  const seats = prepare<[string]>('SELECT email, number FROM "Seat" WHERE "courseId" = ?').all(courseId)
  const members = prepare<[string]>(
    `SELECT NULL AS email, number FROM "Member" WHERE "courseId" = ? AND number <> '' AND "leftAt" IS NULL`,
  ).all(courseId)
  return new Set(
    z
      .array(row.pick({ email: true, number: true }))
      .parse([...seats, ...members])
      .flatMap(keysOf),
  )
}

/** Which of the people of a roster have a seat already, or are in the course; nothing for whom may not manage its people. */
export async function findKnown(asking: Asking, people: readonly RosterPerson[]): Promise<ReadonlySet<RosterPerson>> {
  const { read } = await database()
  const may = read<[Asking]>(`SELECT 1 WHERE ${mayIn('manage people', '@courseId')}`).get(asking)
  if (may === undefined) return new Set()
  const known = knownKeys(read, asking.courseId)
  return new Set(people.filter((person) => keysOf(person).some((key) => known.has(key))))
}

export type AddedSeats =
  | { readonly kind: 'added'; readonly added: number; readonly known: number }
  | { readonly kind: 'refused'; readonly error: 'not yours to give' | 'too many' }
  | NoCourse
  | Busy

/**
 * Keeps a seat for each of these people who has none yet, all by one transaction. Refuses all of them where a role is not
 * the asker's to give, or the course could not take so many.
 */
export async function addSeats(acting: Acting, people: readonly RosterPerson[]): Promise<AddedSeats> {
  return actIn(acting, 'manage people', (prepare, by): AddedSeats => {
    if (people.some(({ role }) => !mayGiveRole({ by, of: 'student', to: role })))
      return { kind: 'refused', error: 'not yours to give' }
    const known = new Set(knownKeys(prepare, acting.courseId))
    const added = people.filter((person) => {
      const keys = keysOf(person)
      const isKnown = keys.some((key) => known.has(key))
      for (const key of keys) known.add(key)
      return !isKnown
    })
    if (countOpen(prepare, acting.courseId) + added.length > mostMembers) return { kind: 'refused', error: 'too many' }
    for (const person of added) insertSeat(prepare, acting, person)
    noteCourseEvent(prepare, {
      courseId: acting.courseId,
      by: acting.userId,
      at: acting.now,
      act: 'seats added',
      detail: { seats: added.length },
    })
    return { kind: 'added', added: added.length, known: people.length - added.length }
  })
}

/** How many are in the course or may still come by a seat. */
function countOpen(prepare: Prepare, courseId: string): number {
  const count = prepare<[{ courseId: string }]>(
    `SELECT (SELECT count(*) FROM "Member" WHERE "courseId" = @courseId AND "leftAt" IS NULL)
          + (SELECT count(*) FROM "Seat" WHERE "courseId" = @courseId AND "takenAt" IS NULL)`,
  ).pluck()
  return countSchema.parse(count.get({ courseId }))
}

function insertSeat(prepare: Prepare, { courseId, now }: Acting, person: RosterPerson): void {
  const seat = { ...person, id: randomUUID(), token: drawToken(), courseId, at: toInstantColumn(now) }
  prepare<[typeof seat]>(
    `INSERT INTO "Seat" (id, email, name, number, role, token, "createdAt", "courseId")
     VALUES (@id, @email, @name, @number, @role, @token, @at, @courseId)`,
  ).run(seat)
}

export type DroppedSeat =
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly error: 'no such seat' }
  | NoCourse
  | Busy

/** Takes a seat away that nobody has taken: its link opens nothing any more. */
export async function dropSeat(acting: Acting, seatId: string): Promise<DroppedSeat> {
  return actIn(acting, 'manage people', (prepare): DroppedSeat => {
    const { changes } = prepare<[string, string]>(
      'DELETE FROM "Seat" WHERE id = ? AND "courseId" = ? AND "takenAt" IS NULL',
    ).run(seatId, acting.courseId)
    if (changes === 0) return { kind: 'refused', error: 'no such seat' }
    const { courseId, userId: by, now: at } = acting
    noteCourseEvent(prepare, { courseId, by, at, act: 'seat dropped', detail: { seat: seatId } })
    return { kind: 'changed' }
  })
}

/** Notes that the invitation to a seat is on its way. */
export async function noteSent(
  acting: Acting,
  seatId: string,
): Promise<{ readonly kind: 'changed' } | NoCourse | Busy> {
  return actIn(acting, 'manage people', (prepare) => {
    prepare<[string, string, string]>('UPDATE "Seat" SET "sentAt" = ? WHERE id = ? AND "courseId" = ?').run(
      toInstantColumn(acting.now),
      seatId,
      acting.courseId,
    )
    return { kind: 'changed' as const }
  })
}

/** A place that waits for somebody whose email a provider has verified. */
export type WaitingSeat = {
  readonly id: string
  readonly courseName: string
  readonly term: string
  readonly role: Role
}

const waitingRow = z.object({ id: z.string(), courseName: z.string(), term: z.string(), role: roleSchema })

/** The places kept for the email of this user, where a provider has verified it. */
export async function listWaitingSeats(userId: string): Promise<readonly WaitingSeat[]> {
  const { read } = await database()
  const rows = read<[string]>(
    `SELECT s.id, c.name AS "courseName", c.term, s.role FROM "User" u
     JOIN "Seat" s ON s.email = lower(u.email) AND s."takenAt" IS NULL
     JOIN "Course" c ON c.id = s."courseId" AND c."archivedAt" IS NULL
     WHERE u.id = ? AND u."emailVerified" = 1 ORDER BY s."createdAt" DESC, s.id`,
  ).all(userId)
  return z.array(waitingRow).parse(rows)
}
