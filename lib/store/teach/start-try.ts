import 'server-only'
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { isTimeUp } from '../../assessment/attempt'
import { endOfClock, startClock } from '../../assessment/clock'
import type { PaperQuestion } from '../../assessment/paper'
import type { Shortage } from '../../assessment/strata'
import { termsFor, windowFor } from '../../teach/assignment'
import { mayRole } from '../../teach/roles'
import { toInstantColumn, toJsonColumn } from '../columns'
import { type Database, database } from '../database'
import type { ExamItem } from '../exam/exam-items'
import { appendEvent, loadAttempt } from '../exam/exam-log'
import type { Prepare } from '../sqlite/statements'
import { type AssignmentKey, readAssignment, type SeenAssignment, windowOf } from './assignment'
import { drawFor } from './draw-for'
import { readException } from './exception'
import { findDrawable } from './find-drawable'
import { readGranted } from './granted'
import { layReady } from './papers'
import { tellLive } from './tell-live'
import { noteWrongPassword, whyNoPassword } from './wrong-password'

export type NewTry = AssignmentKey & {
  readonly now: Date
  /** What was typed for the password of the assignment. */
  readonly password: string
  readonly isHonoured: boolean
  /** Whether it comes from a network that the assignment allows. */
  readonly isFromNetwork: (networks: readonly string[]) => boolean
}

export type StartRefusal =
  | 'no such assignment'
  | 'not open'
  | 'closed'
  | 'no tries left'
  | 'password'
  | 'password wait'
  | 'password tomorrow'
  | 'honour'
  | 'network'
  | 'busy'

export type StartedTry =
  /** `already`: a try is open, and that is it. */
  | { readonly kind: 'started' | 'already'; readonly attemptId: string }
  | { readonly kind: 'refused'; readonly error: StartRefusal }
  | ({ readonly kind: 'short' } & Shortage)
  | { readonly kind: 'missing'; readonly itemId: string }

/**
 * Begins a try at an assignment, or goes on with the open one, however often and at once it is asked. Where a paper lies
 * ready it is one row and one event; else it is drawn and frozen first. A member of staff tries as often as they like, at any
 * time: that is the preview, and counts for nothing. `now` is when the request arrived.
 */
export async function startTry(asked: NewTry): Promise<StartedTry> {
  const { read, writeNow } = await database()
  const before = look(read, asked)
  if (before.kind === 'refused' && before.error === 'password') return await refusePassword(writeNow, asked)
  if (before.kind !== 'may start') return before
  let questions: readonly PaperQuestion<ExamItem>[] | null = null
  if (before.ready === null) {
    const { settings, courseId } = before.assignment
    const drawable = await findDrawable(courseId, settings)
    const drawn = drawFor(settings, drawable, randomInt(2 ** 32), seenItems(read, asked))
    if (drawn.kind !== 'drawn') return drawn
    questions = drawn.questions
  }
  const written = await writeNow((prepare) => begin(prepare, asked, questions))
  if (written.kind === 'refused') return written
  if (written.value.kind === 'started') tellLive(asked)
  return written.value
}

/** Notes a wrong password, unless there have been so many by then that it was not looked at. */
async function refusePassword(writeNow: Database['writeNow'], asked: NewTry): Promise<StartedTry> {
  const written = await writeNow((prepare): StartedTry => {
    const looked = look(prepare, asked)
    if (looked.kind === 'may start') return { kind: 'refused', error: 'busy' }
    if (looked.kind === 'refused' && looked.error === 'password') noteWrongPassword(prepare, asked, asked.now)
    return looked
  })
  return written.kind === 'written' ? written.value : written
}

type MayStart = {
  readonly kind: 'may start'
  readonly assignment: SeenAssignment
  /** The paper that lies ready. */
  readonly ready: string | null
  /** Which try it would be. */
  readonly number: number
}

const tryRow = z.object({ id: z.string(), number: z.number(), startedAt: z.string().nullable() })

/** Whether this try may begin, or which one is open. Asked before the paper is drawn, and again in the transaction. */
function look(prepare: Prepare, asked: NewTry): MayStart | StartedTry {
  const { userId, assignmentId, now } = asked
  const refuse = (error: StartRefusal): StartedTry => ({ kind: 'refused', error })
  const assignment = readAssignment(prepare, { userId, assignmentId, act: 'see course' })
  if (assignment === undefined || assignment.isArchived) return refuse('no such assignment')
  const isPreview = mayRole(assignment.role, 'see papers')
  if (!isPreview && !mayRole(assignment.role, 'take')) return refuse('no such assignment')
  const tries = z.array(tryRow).parse(
    prepare<[AssignmentKey]>(
      `SELECT id, number, "startedAt" FROM "ExamAttempt"
       WHERE "assignmentId" = @assignmentId AND "userId" = @userId ORDER BY number`,
    ).all({ userId, assignmentId }),
  )
  // Looks of staff have numbers below 0: should they be students one day, they have not tried.
  const own = tries.filter(({ number }) => number < 0 === isPreview)
  const begun = own.filter(({ startedAt }) => startedAt !== null)
  const newest = isPreview ? begun[0] : begun.at(-1)
  if (newest !== undefined && isOpen(prepare, { userId, attemptId: newest.id }, now))
    return { kind: 'already', attemptId: newest.id }
  const ready = own.find(({ startedAt }) => startedAt === null)
  const start: MayStart = {
    kind: 'may start',
    assignment,
    ready: ready?.id ?? null,
    number: ready?.number ?? (isPreview ? (own[0]?.number ?? 0) - 1 : (own.at(-1)?.number ?? 0) + 1),
  }
  if (isPreview) return start
  const exception = readException(prepare, asked)
  const { opensAt, closesAt } = windowFor(windowOf(assignment), exception)
  const { settings } = assignment
  if (now.getTime() < opensAt) return refuse('not open')
  if (closesAt !== null && now.getTime() >= closesAt) return refuse('closed')
  if (begun.length >= settings.tries + (exception?.tries ?? 0)) return refuse('no tries left')
  if (!asked.isFromNetwork(settings.networks)) return refuse('network')
  if (settings.password !== '') {
    const why = whyNoPassword(prepare, asked, now)
    if (why !== undefined) return refuse(`password ${why}`)
    if (settings.password !== asked.password) return refuse('password')
  }
  if (settings.honour !== '' && !asked.isHonoured) return refuse('honour')
  return start
}

function isOpen(prepare: Prepare, key: { userId: string; attemptId: string }, now: Date): boolean {
  const exam = loadAttempt(prepare, key)
  return exam !== undefined && exam.attempt.finished === null && !isTimeUp(exam.attempt, now.getTime())
}

function begin(prepare: Prepare, asked: NewTry, questions: readonly PaperQuestion<ExamItem>[] | null): StartedTry {
  const looked = look(prepare, asked)
  if (looked.kind !== 'may start') return looked
  const { userId, assignmentId, now } = asked
  const { assignment, ready, number } = looked
  const { settings, courseId } = assignment
  // The paper that lay ready a moment ago was put away, because the assignment changed: to be asked again.
  if (ready === null && questions === null) return { kind: 'refused', error: 'busy' }
  const attemptId = ready ?? layReady(prepare, { assignmentId, userId, number, settings, questions: questions ?? [] })
  const isPreview = mayRole(assignment.role, 'see papers')
  const window = windowFor(windowOf(assignment), readException(prepare, asked))
  const granted = readGranted(prepare, { userId, courseId })
  const terms = termsFor(settings, isPreview ? { ...window, closesAt: null } : window, granted)
  const end = endOfClock(startClock(now.getTime(), terms))
  const { minutes, ...rest } = terms
  prepare<[object]>(
    `UPDATE "ExamAttempt" SET "startedAt" = @startedAt, "endsAt" = @endsAt, minutes = @minutes, terms = @terms
     WHERE id = @attemptId AND "userId" = @userId AND "startedAt" IS NULL`,
  ).run({
    attemptId,
    userId,
    minutes,
    terms: toJsonColumn(rest),
    startedAt: toInstantColumn(now),
    endsAt: end === null ? null : toInstantColumn(new Date(end)),
  })
  appendEvent(prepare, { id: attemptId, logged: 0 }, { kind: 'started', id: attemptId, at: now.getTime() })
  return { kind: 'started', attemptId }
}

/** The items of the tries before: another try has others as long as there are others. */
function seenItems(read: Prepare, { userId, assignmentId }: AssignmentKey): ReadonlySet<string> {
  const ids = read<[AssignmentKey], string>(
    `SELECT coalesce(q."itemId", q."versionId") FROM "ExamAttempt" x JOIN "ExamQuestion" q ON q."attemptId" = x.id
     WHERE x."assignmentId" = @assignmentId AND x."userId" = @userId`,
  )
    .pluck()
    .all({ userId, assignmentId })
  return new Set(ids)
}
