import 'server-only'
import { database } from '../../database'
import { insertCards } from '../../review/add-cards'
import type { Prepare } from '../../sqlite/statements'
import { noteCourseEvent } from '../course-event'
import { mayIn } from '../may'
import { tell } from './notice'

type ReviewSet = {
  readonly userId: string
  readonly courseId: string
  readonly assignmentId: string
  /** The id of the misconception. */
  readonly belief: string
  readonly factIds: readonly string[]
  readonly now: Date
}

export type ReviewSetMade =
  /** How many students got how many cards; who had them all has got none. */
  | { readonly kind: 'made'; readonly students: number; readonly cards: number }
  | { readonly kind: 'refused'; readonly error: 'no such assignment' | 'busy' }

/** Makes cards of some facts for every student of a course, where they have none of them yet, and tells them. */
export async function makeReviewSet(set: ReviewSet): Promise<ReviewSetMade> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => make(prepare, set))
  return written.kind === 'written' ? written.value : written
}

function make(prepare: Prepare, { userId, courseId, assignmentId, belief, factIds, now }: ReviewSet): ReviewSetMade {
  const place = { userId, courseId, assignmentId }
  const title = prepare<[typeof place], string>(
    `SELECT a.title FROM "Assignment" a WHERE a.id = @assignmentId AND a."courseId" = @courseId
     AND ${mayIn('mark', 'a."courseId"')}`,
  )
    .pluck()
    .get(place)
  if (title === undefined) return { kind: 'refused', error: 'no such assignment' }
  const students = prepare<[string], string>(
    `SELECT "userId" FROM "Member" WHERE "courseId" = ? AND role = 'student' AND "leftAt" IS NULL`,
  )
    .pluck()
    .all(courseId)
  const made = students.flatMap((student) => {
    const cards = insertCards(prepare, { userId: student, factIds, source: 'course', now })
    if (cards === 0) return []
    tell(prepare, student, { kind: 'review set', courseId, assignmentId, title, belief, cards }, now)
    return [cards]
  })
  const cards = made.reduce((sum, count) => sum + count, 0)
  const detail = { assignmentId, belief, factIds, students: made.length, cards }
  noteCourseEvent(prepare, { courseId, by: userId, at: now, act: 'review set made', detail })
  return { kind: 'made', students: made.length, cards }
}
