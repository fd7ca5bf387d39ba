import 'server-only'
import { randomUUID } from 'node:crypto'
import { toInstantColumn, toJsonColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'

export type CourseEvent = {
  readonly courseId: string
  /** The member who did it. */
  readonly by: string
  readonly at: Date
  /** What was done, in a few words: "made", "extended", "settings changed". */
  readonly act: string
  /** What it was about, as JSON has it. */
  readonly detail: object
}

/** Notes what somebody has done in a course, in the transaction that does it. Never changed and never deleted. */
export function noteCourseEvent(prepare: Prepare, { courseId, by, at, act, detail }: CourseEvent): void {
  const columns = { id: randomUUID(), courseId, by, at: toInstantColumn(at), act, detail: toJsonColumn(detail) }
  prepare<[typeof columns]>(
    `INSERT INTO "CourseEvent" (id, "courseId", "by", at, act, detail) VALUES (@id, @courseId, @by, @at, @act, @detail)`,
  ).run(columns)
}
