import 'server-only'
import { type Change, judgeChange } from '../../assessment/attempt'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { tellLive } from '../teach/tell-live'
import { appendEvent, continueLoaded, type ExamKey, holdAttempt, type Loaded, loadSettled } from './exam-log'

/** More than anybody answers: a page saves once a second at most, and few questions are answered a hundred times. */
const mostEvents = 4000

export type Recorded =
  /** In force now, or it had come before. */
  | { readonly kind: 'recorded'; readonly exam: Loaded }
  | {
      readonly kind: 'refused'
      readonly error: 'older' | 'finished' | 'paused' | 'passed' | 'no such question' | 'too many'
      readonly exam: Loaded
    }
  | { readonly kind: 'refused'; readonly error: 'no such exam' | 'busy' }

/**
 * Stores what was answered or flagged, by one transaction; it is on disk when this resolves. The same id again changes
 * nothing. A change with an older revision is kept in the log and not in force; after the end nothing is kept. `now` is
 * when the request arrived. An id in use elsewhere is refused as 'no such exam', so that nothing can be learnt of others.
 */
export async function recordChange(key: ExamKey & { readonly now: Date }, change: Change): Promise<Recorded> {
  const { writeNow } = await database()
  const { now, ...owner } = key
  const written = await writeNow((prepare) => record(prepare, owner, change, now.getTime()))
  if (written.kind === 'refused') return written
  const recorded = written.value
  if ('exam' in recorded) holdAttempt(recorded.exam)
  if (recorded.kind === 'recorded') tellLive(recorded.exam)
  return recorded
}

function record(prepare: Prepare, key: ExamKey, change: Change, at: number): Recorded {
  const exam = loadSettled(prepare, key, at)
  if (exam === undefined) return { kind: 'refused', error: 'no such exam' }
  const judged = judgeChange(exam.attempt, change, at)
  if (judged.kind === 'already') return { kind: 'recorded', exam }
  if (judged.kind === 'refused' && judged.error !== 'older') return { ...judged, exam }
  if (exam.logged >= mostEvents) return { kind: 'refused', error: 'too many', exam }
  if (isUsed(prepare, change.id)) return { kind: 'refused', error: 'no such exam' }
  const event = { ...change, at }
  appendEvent(prepare, exam, event)
  const after = continueLoaded(exam, [event])
  return judged.kind === 'taken' ? { kind: 'recorded', exam: after } : { ...judged, exam: after }
}

/** Whether an event of whatever attempt has this id. */
export function isUsed(prepare: Prepare, id: string): boolean {
  return prepare<[string]>('SELECT 1 FROM "ExamEvent" WHERE id = ?').get(id) !== undefined
}
