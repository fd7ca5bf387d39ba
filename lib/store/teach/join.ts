import 'server-only'
import { z } from 'zod'
import { log } from '../../log'
import { parseCode } from '../../teach/door-code'
import { type Role, roleSchema } from '../../teach/roles'
import { columnsOf, toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { noteCourseEvent } from './course-event'
import { enter, findStanding, hasAccount, isFull, type Standing } from './enter'
import { type Guesser, isResting, noteWrong, whyWait } from './wrong-code'

export type CodeTried =
  /** Where the code leads: to the same place as the link of that door. */
  | { readonly kind: 'found'; readonly token: string }
  | { readonly kind: 'refused'; readonly error: 'no code' | 'wrong' | 'wait' | 'tomorrow' | 'resting' | 'busy' }

/**
 * Tries a code at all doors. A wrong one counts, for the address, for the user and for all; what can't be a code is
 * refused as 'no code' and counts for nobody. After too many no code is looked at, right or wrong.
 */
export async function tryCode(typed: string, guesser: Guesser, now: Date): Promise<CodeTried> {
  const code = parseCode(typed)
  if (code === undefined) return { kind: 'refused', error: 'no code' }
  const { writeNow } = await database()
  const written = await writeNow((prepare): { readonly tried: CodeTried; readonly restsNow: boolean } => {
    const why = whyWait(prepare, guesser, now)
    if (why !== undefined) return { tried: { kind: 'refused', error: why }, restsNow: false }
    const token = prepare<[string]>(
      'SELECT "joinToken" FROM "Course" WHERE "joinCode" = ? AND "archivedAt" IS NULL AND "joinToken" IS NOT NULL',
    )
      .pluck()
      .get(code)
    if (token !== undefined) return { tried: { kind: 'found', token: z.string().parse(token) }, restsNow: false }
    noteWrong(prepare, guesser, now)
    return { tried: { kind: 'refused', error: 'wrong' }, restsNow: isResting(prepare, now) }
  })
  if (written.kind === 'refused') return written
  if (written.value.restsNow) log.warn('too many wrong codes of courses within a day: codes rest, links go on')
  return written.value.tried
}

const doorRow = z.object({ id: z.string(), name: z.string(), term: z.string() })

const seatRow = doorRow.extend({
  seatId: z.string(),
  seatName: z.string(),
  number: z.string(),
  role: roleSchema,
  takenBy: z.string().nullable(),
})

/** What the secret of a link leads to. */
export type Entrance = {
  readonly course: Readonly<z.infer<typeof doorRow>>
  /** What is kept for whoever has the link; null where it is the course's own door. */
  readonly seat: { readonly name: string; readonly role: Role } | null
  /** What the asker is in the course already; undefined where they never were in it. */
  readonly standing: Standing | undefined
}

/** The door or the seat with that secret, as `userId` meets it; undefined where there is none, or it is taken. */
export async function findEntrance(token: string, userId: string | undefined): Promise<Entrance | undefined> {
  const { read } = await database()
  const door = findDoor(read, token)
  const seat = door === undefined ? findSeat(read, { token }) : undefined
  const course = door ?? seat
  if (course === undefined) return undefined
  if (seat !== undefined && seat.takenBy !== null && seat.takenBy !== userId) return undefined
  const { id, name, term } = course
  return {
    course: { id, name, term },
    seat: seat === undefined ? null : { name: seat.seatName, role: seat.role },
    standing: userId === undefined ? undefined : findStanding(read, id, userId),
  }
}

function findDoor(prepare: Prepare, token: string): z.infer<typeof doorRow> | undefined {
  const found = prepare<[string]>(
    `SELECT ${columnsOf(doorRow, 'c')} FROM "Course" c WHERE c."joinToken" = ? AND c."archivedAt" IS NULL`,
  ).get(token)
  return doorRow.optional().parse(found)
}

type WhichSeat = { readonly token: string } | { readonly id: string }

function findSeat(prepare: Prepare, which: WhichSeat): z.infer<typeof seatRow> | undefined {
  const [column, value] = 'token' in which ? ['token', which.token] : ['id', which.id]
  const found = prepare<[string]>(
    `SELECT c.id, c.name, c.term, s.id AS "seatId", s.name AS "seatName", s.number, s.role, s."userId" AS "takenBy"
     FROM "Seat" s JOIN "Course" c ON c.id = s."courseId" WHERE s.${column} = ? AND c."archivedAt" IS NULL`,
  ).get(value)
  return seatRow.optional().parse(found)
}

export type Joined =
  /** In the course now, or before already. */
  | { readonly kind: 'joined'; readonly courseId: string }
  | { readonly kind: 'refused'; readonly error: 'no account' | 'no such door' | 'removed' | 'full' | 'busy' }

export type Joining = { readonly userId: string; readonly token: string; readonly name: string; readonly now: Date }

/**
 * Lets somebody in by the secret of a link. By a door they come as a student, under the name they give; who was taken out
 * does not come in by it. By a seat they come, once, as what the seat says. However often and at once it is asked, one
 * person has one membership.
 */
export async function joinByToken({ userId, token, name, now }: Joining): Promise<Joined> {
  return inTurn((prepare) => {
    if (!hasAccount(prepare, userId)) return { kind: 'refused', error: 'no account' }
    const door = findDoor(prepare, token)
    if (door === undefined) return takeSeat(prepare, { which: { token }, userId, now })
    const standing = findStanding(prepare, door.id, userId)
    if (standing !== undefined && standing.leftAt === null) return { kind: 'joined', courseId: door.id }
    if (standing?.removed) return { kind: 'refused', error: 'removed' }
    if (isFull(prepare, door.id)) return { kind: 'refused', error: 'full' }
    enter(prepare, { courseId: door.id, userId, name, number: '', role: 'student', now })
    return { kind: 'joined', courseId: door.id }
  })
}

/**
 * Takes the seat that is kept for the email of this user. Only an email that a provider has verified counts: by one that was
 * typed anybody could come in.
 */
export async function takeSeatOfEmail(which: {
  readonly userId: string
  readonly seatId: string
  readonly now: Date
}): Promise<Joined> {
  return inTurn((prepare) => {
    const { userId, seatId, now } = which
    if (!hasAccount(prepare, userId)) return { kind: 'refused', error: 'no account' }
    const isMine = prepare<[string, string]>(
      `SELECT 1 FROM "Seat" s JOIN "User" u ON lower(u.email) = s.email
       WHERE s.id = ? AND u.id = ? AND u."emailVerified" = 1`,
    ).get(seatId, userId)
    return isMine === undefined
      ? { kind: 'refused', error: 'no such door' }
      : takeSeat(prepare, { which: { id: seatId }, userId, now })
  })
}

async function inTurn(work: (prepare: Prepare) => Joined): Promise<Joined> {
  const { writeNow } = await database()
  const written = await writeNow(work)
  return written.kind === 'written' ? written.value : written
}

type Taking = { readonly which: WhichSeat; readonly userId: string; readonly now: Date }

function takeSeat(prepare: Prepare, { which, userId, now }: Taking): Joined {
  const seat = findSeat(prepare, which)
  if (seat === undefined || (seat.takenBy !== null && seat.takenBy !== userId))
    return { kind: 'refused', error: 'no such door' }
  const standing = findStanding(prepare, seat.id, userId)
  const isIn = standing !== undefined && standing.leftAt === null
  if (seat.takenBy === userId && isIn) return { kind: 'joined', courseId: seat.id }
  // Who has left by themselves may come back by their own seat; who was taken out needs another.
  if (seat.takenBy === userId && standing?.removed !== false) return { kind: 'refused', error: 'removed' }
  if (!isIn && isFull(prepare, seat.id)) return { kind: 'refused', error: 'full' }
  // Who is in already keeps a role above that of the seat, and gets its name and number.
  const role = isIn && standing.role !== 'student' && standing.role !== 'observer' ? standing.role : seat.role
  enter(prepare, { courseId: seat.id, userId, name: seat.seatName, number: seat.number, role, now })
  prepare<[string, string, string]>('UPDATE "Seat" SET "userId" = ?, "takenAt" = ? WHERE id = ?').run(
    userId,
    toInstantColumn(now),
    seat.seatId,
  )
  noteCourseEvent(prepare, {
    courseId: seat.id,
    by: userId,
    at: now,
    act: 'seat taken',
    detail: { seat: seat.seatId, role },
  })
  return { kind: 'joined', courseId: seat.id }
}
