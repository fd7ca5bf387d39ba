import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { graceMs } from '../../assessment/attempt'
import { presets } from '../../assessment/blueprint'
import { seedBank } from '../bank'
import { derivedBank } from '../derived-bank'
import { closeOverdue } from '../exam/close-overdue'
import { findExam } from '../exam/exam'
import { handIn } from '../exam/hand-in'
import { recordChange } from '../exam/record-change'
import { makePapersAhead } from '../teach/papers'
import { addAccount, addMember, assign, openCourse } from '../teach/room.testing'
import { startTry } from '../teach/start-try'
import { openTemporaryStore } from '../temporary-store'
import { scale } from './scale'

const now = new Date('2026-11-23T08:00:00.000Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const closesAt = 3_600_000
const size = scale(60, 300)

test(`of ${size} who hand in within the last second, one late within the grace and one after it, each has what was acknowledged, and none a half`, {
  timeout: 300_000,
}, async () => {
  const store = await openTemporaryStore()
  const { prisma } = store.database
  await seedBank(derivedBank(), now)
  const courseId = await openCourse(store.database, now)
  const students = Array.from({ length: size }, (_, nth) => `student ${nth}`)
  for (const id of students)
    await addMember(store.database, courseId, await addAccount(store.database, id), 'student', now)
  const assignmentId = await assign(courseId, {
    window: { opensAt: now.getTime() + 60_000, dueAt: null, closesAt: now.getTime() + closesAt },
    settings: { blueprint: { ...presets.midterm, questions: 3 }, minutes: null },
    now,
  })
  await makePapersAhead(now)
  const start = { assignmentId, now: later(60_000), password: '', isHonoured: false, isFromNetwork: () => true }
  const tries = await Promise.all(
    students.map(async (userId) => {
      const started = await startTry({ ...start, userId })
      if (!('attemptId' in started)) throw new Error(JSON.stringify(started))
      return { userId, attemptId: started.attemptId }
    }),
  )

  // All within the last second; the first one's is in flight at the end, the second one's comes after the grace.
  const arrives = (nth: number) =>
    nth === 0 ? closesAt + 500 : nth === 1 ? closesAt + graceMs + 1 : closesAt - 1 - (nth % 999)
  const draft = (nth: number, revision: number) => ({
    kind: 'draft' as const,
    id: randomUUID(),
    by: 'tab',
    position: 0,
    revision,
    value: { text: `${nth} ${revision}` },
  })
  const outcomes = await Promise.all(
    tries.map(async (key, nth) => {
      const at = { ...key, now: later(arrives(nth)) }
      const [saved, handed] = await Promise.all([recordChange(at, draft(nth, 1)), handIn(at, randomUUID())])
      const after = await recordChange(at, draft(nth, 2))
      return {
        saved: saved.kind === 'refused' ? saved.error : saved.kind,
        handed: handed.kind,
        after: after.kind === 'refused' ? after.error : after.kind,
      }
    }),
  )
  expect(outcomes.map(({ saved }) => saved)).toEqual(tries.map((_, nth) => (nth === 1 ? 'finished' : 'recorded')))
  expect(new Set(outcomes.map(({ handed }) => handed))).toEqual(new Set(['finished']))
  expect(new Set(outcomes.map(({ after }) => after))).toEqual(new Set(['finished']))

  const finished = await Promise.all(tries.map((key) => findExam({ ...key, now: later(closesAt + graceMs + 2) })))
  for (const [nth, exam] of finished.entries()) {
    expect(exam?.attempt.finished).toEqual({
      how: nth === 1 ? 'time' : 'handed in',
      at: later(nth === 1 ? closesAt : arrives(nth)).getTime(),
    })
    expect(exam?.attempt.drafts.get(0)?.value).toEqual(nth === 1 ? undefined : { text: `${nth} 1` })
  }
  // Nobody is left half way: every try has one end in its log, and the same one in its row.
  expect(await prisma.examEvent.count({ where: { kind: { in: ['handed in', 'closed'] } } })).toBe(size)
  expect(await prisma.examAttempt.count({ where: { startedAt: { not: null }, finishedAt: null } })).toBe(0)
  expect(await closeOverdue(later(closesAt + 60_000))).toBe(0)
  await store.close()
})
