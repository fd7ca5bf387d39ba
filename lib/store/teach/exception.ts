import 'server-only'
import { z } from 'zod'
import type { WindowException } from '../../teach/assignment'
import { instantColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'

const row = z.object({
  opensAt: instantColumn.nullable(),
  dueAt: instantColumn.nullable(),
  closesAt: instantColumn.nullable(),
  tries: z.number(),
})

/** What is otherwise for this student in this assignment: the newest that was said; null where nothing was. */
export function readException(
  prepare: Prepare,
  which: { readonly userId: string; readonly assignmentId: string },
): WindowException | null {
  const found = prepare<[{ userId: string; assignmentId: string }]>(
    `SELECT "opensAt", "dueAt", "closesAt", tries FROM "Exception"
     WHERE "assignmentId" = @assignmentId AND "userId" = @userId ORDER BY at DESC, id LIMIT 1`,
  ).get({ userId: which.userId, assignmentId: which.assignmentId })
  if (found === undefined) return null
  const { opensAt, dueAt, closesAt, tries } = row.parse(found)
  const instant = (at: Date | null) => at?.getTime() ?? null
  return { opensAt: instant(opensAt), dueAt: instant(dueAt), closesAt: instant(closesAt), tries }
}
