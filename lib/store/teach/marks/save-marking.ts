import 'server-only'
import type { CourseMarking } from '../../../teach/gradebook'
import { toJsonColumn } from '../../columns'
import { database } from '../../database'
import { noteCourseEvent } from '../course-event'
import { mayIn } from '../may'

export type MarkingSaved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly error: 'no such course' | 'busy' }

/** Sets by what weights the marks of a course make a total, and how many of the lowest are left out. */
export async function saveMarking(which: {
  readonly userId: string
  readonly courseId: string
  readonly marking: CourseMarking
  readonly now: Date
}): Promise<MarkingSaved> {
  const { userId, courseId, marking, now } = which
  const { writeNow } = await database()
  const written = await writeNow((prepare): MarkingSaved => {
    const { changes } = prepare<[{ userId: string; courseId: string; marking: string }]>(
      `UPDATE "Course" SET marking = @marking WHERE id = @courseId AND ${mayIn('release', '"Course".id')}`,
    ).run({ userId, courseId, marking: toJsonColumn(marking) })
    if (changes === 0) return { kind: 'refused', error: 'no such course' }
    noteCourseEvent(prepare, { courseId, by: userId, at: now, act: 'marking changed', detail: marking })
    return { kind: 'saved' }
  })
  return written.kind === 'written' ? written.value : written
}
