import 'server-only'
import { database } from '../../database'
import { findCourse } from '../course'
import { listStudents } from './gradebook'

/** What the students of a course are called, by their ids, as who asks may see them; none for who may not see marks. */
export async function findStudentNames(which: {
  readonly userId: string
  readonly courseId: string
}): Promise<ReadonlyMap<string, string>> {
  const { userId, courseId } = which
  const course = await findCourse({ userId, courseId, act: 'see marks' })
  if (course === undefined) return new Map()
  const { read } = await database()
  return new Map(listStudents(read, course).map((student) => [student.userId, student.name]))
}
