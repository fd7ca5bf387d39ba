import 'server-only'
import { z } from 'zod'
import { graceMs } from '../../assessment/attempt'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import { loadSettled } from './exam-log'

const overdueRow = z.object({ id: z.string(), userId: z.string() })

/**
 * Closes every attempt whose time is up, so that the drafts of whoever never came back are handed in. The index finds who
 * may be over; endOf decides. Returns how many were closed.
 */
export async function closeOverdue(now: Date): Promise<number> {
  const { read, writeNow } = await database()
  const rows = read<[string]>('SELECT id, "userId" FROM "ExamAttempt" WHERE "finishedAt" IS NULL AND "endsAt" < ?').all(
    toInstantColumn(new Date(now.getTime() - graceMs)),
  )
  let closed = 0
  for (const { id: attemptId, userId } of z.array(overdueRow).parse(rows)) {
    const written = await writeNow((prepare) => loadSettled(prepare, { userId, attemptId }, now.getTime()))
    if (written.kind === 'written' && written.value?.attempt.finished != null) closed++
  }
  return closed
}
