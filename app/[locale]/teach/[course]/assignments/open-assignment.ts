import { notFound } from 'next/navigation'
import { findReader } from '@/lib/session/reader'
import { findAssignment, type SeenAssignment } from '@/lib/store/teach/assignment'
import type { CourseAct } from '@/lib/teach/roles'

type Params = Promise<{ readonly course: string; readonly assignment: string }>

export type OpenAssignment = {
  readonly assignment: SeenAssignment
  readonly userId: string
  readonly timeZone: string
}

/** The assignment that an address names, where its reader may do `act` in its course; a page that is not there otherwise. */
export async function openAssignment(params: Params, act: CourseAct): Promise<OpenAssignment> {
  const { course, assignment: assignmentId } = await params
  const { userId, timeZone } = await findReader()
  const assignment = userId === undefined ? undefined : await findAssignment({ userId, assignmentId, act })
  if (userId === undefined || assignment === undefined || assignment.courseId !== course) notFound()
  return { assignment, userId, timeZone }
}
