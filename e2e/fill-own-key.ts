// Assigns a homework of one question of the lecturer's own, whose key nothing checks, in a course of the journeys' database.
// Run with tsx; the arguments: the ids of the course and of its owner, then of students who have sat it: the first of them
// chose the first option, which is the key, the others the second. Prints the ids of the assignment and of the tries.
import { database } from '../lib/store/database'
import { pickedSettings, sit } from '../lib/store/teach/marks/marks.testing'
import { makeAssignment, stepAssignment } from '../lib/store/teach/save-assignment'
import { writeQuestion } from '../lib/store/teach/write-question'
import { defaultAssignments } from '../lib/teach/assignment'
import { writeAuthored } from '../lib/teach/authored'

const [courseId = '', ownerId = '', ...studentIds] = process.argv.slice(2)
const now = new Date()
const minute = 60_000
const written = writeAuthored({
  ...{
    kind: 'prose',
    title: 'Why 2 MSL',
    text: 'What is 2 MSL for?',
    points: 2,
    topic: 'TIME-WAIT and 2MSL',
    level: 1,
  },
  ...{
    options: ['Old segments', 'Speed', 'Flow control'],
    key: 0,
    claim: '',
    why: 'the-reason-that-only-who-marks-reads',
  },
})
if (written.kind !== 'written') throw new Error(written.kind)
const { authored, verdict } = written
const asked = { userId: ownerId, courseId, now }
const question = await writeQuestion({ ...asked, questionId: null, title: 'Why 2 MSL', authored, verdict })
if (question.kind === 'refused') throw new Error(question.error)
const made = await makeAssignment({
  ...asked,
  kind: 'homework',
  title: 'Waiting',
  settings: {
    ...defaultAssignments.homework,
    ...pickedSettings([]),
    questions: [{ questionId: question.questionId, points: 2 }],
  },
  window: { opensAt: now.getTime() - 60 * minute, dueAt: null, closesAt: now.getTime() + 600 * minute },
})
if (made.kind === 'refused') throw new Error(made.error)
const { assignmentId } = made
await stepAssignment({ userId: ownerId, assignmentId }, 'published', now)
const begun = new Date(now.getTime() - 30 * minute)
const attemptIds: string[] = []
for (const [index, userId] of studentIds.entries())
  attemptIds.push(await sit({ userId, assignmentId, now: begun }, [index === 0]))
process.stdout.write(JSON.stringify({ assignmentId, attemptIds }))
await (await database()).close()
