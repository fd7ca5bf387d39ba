// Assigns a homework of two choices in a course of the journeys' database, which its student has sat: the first question
// wrong, the second one right. Run with tsx; the arguments: the ids of the course, its owner and the student. Prints the
// ids of the assignment and of the try.

import { deriveBank } from '../lib/items/bank'
import { controlOf } from '../lib/items/kinds/all'
import { database } from '../lib/store/database'
import { pickedSettings, sit } from '../lib/store/teach/marks/marks.testing'
import { makeAssignment, stepAssignment } from '../lib/store/teach/save-assignment'
import { defaultAssignments } from '../lib/teach/assignment'

const [courseId = '', ownerId = '', studentId = ''] = process.argv.slice(2)
const [first = '', second = ''] = deriveBank()
  .items.filter(({ body }) => controlOf(body) === 'choice')
  .map(({ id }) => id)
const now = new Date()
const minute = 60_000
const made = await makeAssignment({
  userId: ownerId,
  courseId,
  kind: 'homework',
  title: 'Closing',
  settings: { ...defaultAssignments.homework, ...pickedSettings([first, second]) },
  window: { opensAt: now.getTime() - 60 * minute, dueAt: null, closesAt: now.getTime() + 600 * minute },
  now,
})
if (made.kind === 'refused') throw new Error(made.error)
const { assignmentId } = made
await stepAssignment({ userId: ownerId, assignmentId }, 'published', now)
const begun = new Date(now.getTime() - 30 * minute)
const attemptId = await sit({ userId: studentId, assignmentId, now: begun }, [false, true])
process.stdout.write(JSON.stringify({ assignmentId, attemptId }))
await (await database()).close()
