import 'server-only'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { appendEvent, type ExamKey, type Loaded, loadSettled, noteEnd } from './exam-log'
import { isUsed } from './record-change'

export type HandedIn =
  /** The attempt is finished: now, before, or by its time. */
  | { readonly kind: 'finished'; readonly exam: Loaded }
  | { readonly kind: 'refused'; readonly error: 'no such exam' | 'busy' }

/**
 * Hands in the drafts in force, by one transaction; the first of any number ends the attempt and the others change nothing.
 * Where the time was up before, the drafts have been handed in by that.
 */
export async function handIn(key: ExamKey & { readonly now: Date }, id: string): Promise<HandedIn> {
  const { writeNow } = await database()
  const { now, ...owner } = key
  const written = await writeNow((prepare) => finish(prepare, owner, id, now.getTime()))
  return written.kind === 'written' ? written.value : written
}

function finish(prepare: Prepare, key: ExamKey, id: string, at: number): HandedIn {
  const exam = loadSettled(prepare, key, at)
  if (exam === undefined) return { kind: 'refused', error: 'no such exam' }
  if (exam.attempt.finished !== null) return { kind: 'finished', exam }
  if (isUsed(prepare, id)) return { kind: 'refused', error: 'no such exam' }
  appendEvent(prepare, exam, { kind: 'handed in', id, at, by: null })
  return { kind: 'finished', exam: noteEnd(prepare, key) ?? exam }
}
