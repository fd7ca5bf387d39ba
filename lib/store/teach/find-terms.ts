import 'server-only'
import type { WindowException } from '../../teach/assignment'
import type { Granted } from '../../teach/granted'
import { database } from '../database'
import { readException } from './exception'
import { readGranted } from './granted'

/** What is granted to a student, and what is otherwise for them in one assignment. */
export async function findTerms(which: {
  readonly userId: string
  readonly assignmentId: string
  readonly courseId: string
}): Promise<{ readonly granted: Granted; readonly exception: WindowException | null }> {
  const { read } = await database()
  return { granted: readGranted(read, which), exception: readException(read, which) }
}
