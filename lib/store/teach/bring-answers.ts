import 'server-only'
import { z } from 'zod'
import type { AnswerFile } from '../../assessment/answer-file'
import { fitsShown } from '../../items/mark'
import { database } from '../database'
import { findExam } from '../exam/exam'
import { appendEvent, loadSettled, noteEnd } from '../exam/exam-log'
import { isUsed } from '../exam/record-change'
import type { Prepare } from '../sqlite/statements'
import { type AssignmentKey, readAssignment } from './assignment'
import { noteCourseEvent } from './course-event'
import { tellLive } from './tell-live'

export type Brought =
  /** How many answers count now that did not before, and whose. */
  | { readonly kind: 'brought'; readonly count: number; readonly name: string }
  | { readonly kind: 'refused'; readonly error: 'no such assignment' | 'no such try' | 'busy' }

/**
 * Brings in the answers of a student that the network kept, also after the end: staff decide that, and the log says who did.
 * An answer that came by itself since, or that was answered later, stays as it is; what does not fit its question is left out.
 */
export async function bringAnswers(key: AssignmentKey, file: AnswerFile, now: Date): Promise<Brought> {
  const { read, writeNow } = await database()
  const owner = ownerOf(read, key, file.attemptId)
  if (owner === undefined) return { kind: 'refused', error: 'no such try' }
  const exam = await findExam({ ...owner, now })
  const fitting = file.answers.filter(({ position, given }) => {
    const question = exam?.paper.find((one) => one.position === position)
    return question !== undefined && (given === null || fitsShown(question.item, question.seed, given))
  })
  const written = await writeNow((prepare): Brought => {
    const assignment = readAssignment(prepare, { ...key, act: 'supervise' })
    if (assignment === undefined || assignment.isArchived) return { kind: 'refused', error: 'no such assignment' }
    let count = 0
    for (const { id, position, revision, given } of fitting) {
      const loaded = loadSettled(prepare, owner, now.getTime())
      if (loaded === undefined || loaded.attempt.ids.has(id) || isUsed(prepare, id)) continue
      if (revision <= (loaded.attempt.drafts.get(position)?.revision ?? 0)) continue
      const change = {
        kind: 'brought',
        id,
        position,
        revision,
        value: given,
        by: key.userId,
        at: now.getTime(),
      } as const
      appendEvent(prepare, loaded, change)
      count += 1
    }
    noteEnd(prepare, owner)
    const { id, courseId } = assignment
    const detail = { id, attemptId: file.attemptId, answers: file.answers.length, count }
    noteCourseEvent(prepare, { courseId, by: key.userId, at: now, act: 'answers brought', detail })
    return { kind: 'brought', count, name: owner.name }
  })
  if (written.kind === 'refused') return written
  if (written.value.kind === 'brought') tellLive(key)
  return written.value
}

const ownerRow = z.object({ userId: z.string(), attemptId: z.string(), name: z.string() })

/** Whose try at this assignment that is; undefined where it is none of it. */
function ownerOf(read: Prepare, { assignmentId }: AssignmentKey, attemptId: string) {
  const found = read<[{ assignmentId: string; attemptId: string }]>(
    `SELECT x."userId", x.id AS "attemptId", m.name FROM "ExamAttempt" x JOIN "Assignment" a ON a.id = x."assignmentId"
     JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = x."userId"
     WHERE x.id = @attemptId AND a.id = @assignmentId AND x."startedAt" IS NOT NULL`,
  ).get({ assignmentId, attemptId })
  return found === undefined ? undefined : ownerRow.parse(found)
}
