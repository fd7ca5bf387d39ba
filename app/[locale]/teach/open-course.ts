import { notFound } from 'next/navigation'
import { findReader, type Reader } from '@/lib/session/reader'
import { type Course, findCourse } from '@/lib/store/teach/course'
import type { CourseAct } from '@/lib/teach/roles'

export type OpenCourse = {
  readonly course: Course
  readonly reader: Reader
  readonly asking: { readonly userId: string; readonly courseId: string }
}

/**
 * The course of an address, for a reader who may do `act` in it. Every other is not found, nor is one in the archive, if
 * `act` changes something and `archived` does not say that it is for it, too.
 */
export async function openCourse(courseId: string, act: CourseAct, { archived = false } = {}): Promise<OpenCourse> {
  const reader = await findReader()
  const { userId } = reader
  const course = userId === undefined ? undefined : await findCourse({ userId, courseId, act, archived })
  if (userId === undefined || course === undefined) notFound()
  return { course, reader, asking: { userId, courseId } }
}
