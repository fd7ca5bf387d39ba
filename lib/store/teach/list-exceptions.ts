import 'server-only'
import { z } from 'zod'
import { instantColumn } from '../columns'
import { database } from '../database'
import { mayIn } from './may'

const studentRow = z.object({ userId: z.string(), name: z.string() })

/** The students of a course by name, for whoever may change what is assigned there. */
export async function listStudents(which: {
  readonly userId: string
  readonly courseId: string
}): Promise<readonly z.infer<typeof studentRow>[]> {
  const { read } = await database()
  const { userId, courseId } = which
  const rows = read<[{ userId: string; courseId: string }]>(
    `SELECT m."userId", m.name FROM "Member" m WHERE m."courseId" = @courseId AND m.role = 'student'
     AND m."leftAt" IS NULL AND ${mayIn('edit assignments', 'm."courseId"')} ORDER BY m.name, m."userId"`,
  ).all({ userId, courseId })
  return z.array(studentRow).parse(rows)
}

const row = z.object({
  id: z.string(),
  name: z.string(),
  at: instantColumn,
  opensAt: instantColumn.nullable(),
  dueAt: instantColumn.nullable(),
  closesAt: instantColumn.nullable(),
  tries: z.number(),
  reason: z.string(),
})

/** What was said to be otherwise in an assignment, the newest first; for whoever may change it. */
export async function listExceptions(which: {
  readonly userId: string
  readonly assignmentId: string
}): Promise<readonly z.infer<typeof row>[]> {
  const { read } = await database()
  const { userId, assignmentId } = which
  const rows = read<[{ userId: string; assignmentId: string }]>(
    `SELECT e.id, m.name, e.at, e."opensAt", e."dueAt", e."closesAt", e.tries, e.reason
     FROM "Exception" e JOIN "Assignment" a ON a.id = e."assignmentId"
     JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = e."userId"
     WHERE a.id = @assignmentId AND ${mayIn('edit assignments', 'a."courseId"')} ORDER BY e.at DESC, e.id LIMIT 200`,
  ).all({ userId, assignmentId })
  return z.array(row).parse(rows)
}
