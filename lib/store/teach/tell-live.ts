import 'server-only'
import { publish } from '../../live-hub'
import { assignmentTopic, clockTopic } from '../../live-topics'
import { database } from '../database'
import type { Loaded } from '../exam/exam-log'

/** Tells who watches an assignment that a try at it has changed; called after the write is on disk. */
export function tellLive({ assignmentId }: Pick<Loaded, 'assignmentId'>): void {
  if (assignmentId !== null) publish(assignmentTopic(assignmentId))
}

/** Tells the pages of an assignment that staff have changed when something ends; and who watches it. */
export function tellClocks(assignmentId: string): void {
  publish(clockTopic(assignmentId))
  publish(assignmentTopic(assignmentId))
}

/** The same for every assignment of a course, after what is granted to somebody was changed. */
export async function tellClocksOf(courseId: string): Promise<void> {
  const { read } = await database()
  const ids = read<[string], string>('SELECT id FROM "Assignment" WHERE "courseId" = ? AND "deletedAt" IS NULL').pluck()
  for (const id of ids.all(courseId)) tellClocks(id)
}
