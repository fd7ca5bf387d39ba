import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Authored, Verdict } from '../../teach/authored'
import { toInstantColumn, toJsonColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { noteCourseEvent } from './course-event'
import { mayIn } from './may'

/** The most questions that a course has, and versions that one of them has. */
const mostQuestions = 1000
const mostVersions = 500

export type QuestionToWrite = {
  readonly userId: string
  readonly courseId: string
  /** Null for a new one. */
  readonly questionId: string | null
  readonly title: string
  readonly authored: Authored
  readonly verdict: Verdict
  readonly now: Date
}

export type WrittenQuestion =
  | { readonly kind: 'written'; readonly questionId: string; readonly number: number }
  | { readonly kind: 'refused'; readonly error: 'no such question' | 'too many' | 'busy' }

/** Keeps a question, or the next version of one; nothing that was kept changes. The same words again make no version. */
export async function writeQuestion(question: QuestionToWrite): Promise<WrittenQuestion> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => write(prepare, question))
  return written.kind === 'written' ? written.value : written
}

const refuse = (error: 'no such question' | 'too many') => ({ kind: 'refused', error }) as const

function write(prepare: Prepare, question: QuestionToWrite): WrittenQuestion {
  const { userId, courseId, title, verdict, now } = question
  const mine = { userId, courseId }
  const course = prepare<[typeof mine]>(
    `SELECT 1 FROM "Course" c WHERE c.id = @courseId AND ${mayIn('edit assignments', 'c.id')}`,
  )
  if (course.get(mine) === undefined) return refuse('no such question')
  const body = toJsonColumn(question.authored)
  const questionId = question.questionId ?? randomUUID()
  const at = toInstantColumn(now)
  if (question.questionId === null) {
    const count = prepare<[string]>('SELECT count(*) FROM "Question" WHERE "courseId" = ?').pluck()
    if (Number(count.get(courseId)) >= mostQuestions) return refuse('too many')
    prepare<[object]>(
      `INSERT INTO "Question" (id, "createdAt", "by", "courseId") VALUES (@questionId, @at, @userId, @courseId)`,
    ).run({ questionId, at, userId, courseId })
  }
  const newest = prepare<[object], { number: number; title: string; body: string }>(
    `SELECT v.number, v.title, v.body FROM "QuestionVersion" v JOIN "Question" q ON q.id = v."questionId"
     WHERE q.id = @questionId AND q."courseId" = @courseId AND q."deletedAt" IS NULL ORDER BY v.number DESC`,
  ).get({ questionId, courseId })
  if (newest === undefined && question.questionId !== null) return refuse('no such question')
  if (newest?.title === title && newest.body === body) return { kind: 'written', questionId, number: newest.number }
  const number = (newest?.number ?? 0) + 1
  if (number > mostVersions) return refuse('too many')
  prepare<[object]>(
    `INSERT INTO "QuestionVersion" (id, "questionId", number, at, "by", title, body, verdict)
     VALUES (@id, @questionId, @number, @at, @userId, @title, @body, @verdict)`,
  ).run({ id: randomUUID(), questionId, number, at, userId, title, body, verdict })
  const act = number === 1 ? 'question written' : 'question changed'
  noteCourseEvent(prepare, { courseId, by: userId, at: now, act, detail: { questionId, number } })
  return { kind: 'written', questionId, number }
}

/** Takes a question out of the list. Its versions stay for the attempts that showed them. */
export async function deleteQuestion(which: {
  readonly userId: string
  readonly courseId: string
  readonly questionId: string
  readonly now: Date
}): Promise<{ readonly kind: 'deleted' } | Extract<WrittenQuestion, { kind: 'refused' }>> {
  const { writeNow } = await database()
  const { userId, courseId, questionId, now } = which
  const written = await writeNow((prepare) => {
    const { changes } = prepare<[object]>(
      `UPDATE "Question" SET "deletedAt" = @at WHERE id = @questionId AND "courseId" = @courseId AND "deletedAt" IS NULL
         AND ${mayIn('edit assignments', '"Question"."courseId"')}`,
    ).run({ userId, courseId, questionId, at: toInstantColumn(now) })
    if (changes === 0) return refuse('no such question')
    noteCourseEvent(prepare, { courseId, by: userId, at: now, act: 'question deleted', detail: { questionId } })
    return { kind: 'deleted' } as const
  })
  return written.kind === 'written' ? written.value : written
}
