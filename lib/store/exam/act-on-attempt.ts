import 'server-only'
import type { ExamEvent } from '../../assessment/attempt'
import { breakLeftMs } from '../../assessment/clock'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { appendEvent, type ExamKey, type Loaded, loadSettled, noteEnd } from './exam-log'
import { isUsed, type Recorded } from './record-change'

/** What its owner does to an attempt besides answering. `id` is made by the browser: again, it changes nothing. */
export type OwnAct =
  | { readonly kind: 'paused'; readonly id: string }
  | { readonly kind: 'resumed'; readonly id: string }
  | { readonly kind: 'reached'; readonly id: string; readonly position: number }

/**
 * Stops the clock for what is left of the breaks that are granted, lets it run again, or goes on to a question from which
 * there is no way back; by one transaction. Refuses as 'finished' what comes after the end, as 'paused' a break where
 * none is left or the clock stands still already.
 */
export async function actOnAttempt({ now, ...key }: ExamKey & { readonly now: Date }, act: OwnAct): Promise<Recorded> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => record(prepare, key, act, now.getTime()))
  return written.kind === 'written' ? written.value : written
}

function record(prepare: Prepare, key: ExamKey, act: OwnAct, at: number): Recorded {
  const exam = loadSettled(prepare, key, at)
  if (exam === undefined) return { kind: 'refused', error: 'no such exam' }
  if (exam.attempt.ids.has(act.id)) return { kind: 'recorded', exam }
  if (exam.attempt.finished !== null) return { kind: 'refused', error: 'finished', exam }
  if (isUsed(prepare, act.id)) return { kind: 'refused', error: 'no such exam' }
  const event = eventOf(act, exam, at)
  if (event === null) return { kind: 'refused', error: 'paused', exam }
  appendEvent(prepare, exam, event)
  return { kind: 'recorded', exam: noteEnd(prepare, key) ?? exam }
}

/** Null where there is nothing to stop, or nothing of one's own to end: a pause by staff ends by staff. */
function eventOf(act: OwnAct, { attempt: { clock } }: Loaded, at: number): ExamEvent | null {
  if (act.kind === 'reached') return { ...act, at }
  if (act.kind === 'resumed') return clock.pause?.whose === 'staff' ? null : { ...act, at, by: null }
  const left = breakLeftMs(clock, at)
  return left === 0 || clock.pause !== null ? null : { ...act, kind: 'paused', at, by: null, minutes: left / 60_000 }
}
