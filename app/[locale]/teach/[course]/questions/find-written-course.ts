import { notFound } from 'next/navigation'
import { findReader, type Reader } from '@/lib/session/reader'
import { type Course, findCourse } from '@/lib/store/teach/course'

/** The course whose questions the reader may write, and who that is; the page is not found for anybody else. */
export async function findWrittenCourse(
  courseId: string,
): Promise<{ readonly course: Course; readonly userId: string; readonly reader: Reader }> {
  const reader = await findReader()
  const { userId } = reader
  const course = userId === undefined ? undefined : await findCourse({ userId, courseId, act: 'edit assignments' })
  if (course === undefined || userId === undefined) notFound()
  return { course, userId, reader }
}
