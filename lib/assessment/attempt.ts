import type { Given } from '../items/shown'
import {
  type Clock,
  endOfClock,
  extendClock,
  isPaused,
  pauseClock,
  reopenClock,
  resumeClock,
  startClock,
  type Terms,
} from './clock'

/**
 * An attempt is a fold over its events, which are only ever added. Instants are milliseconds since 1970 UTC, by the
 * server's clock and at the server's edge: when a request arrived, not when it was made. `by` of an act that somebody else
 * did is who did it.
 */
export type ExamEvent =
  | { readonly kind: 'started'; readonly id: string; readonly at: number }
  | (ChangeOf<'draft', Given | null> & { readonly at: number })
  | (ChangeOf<'flag', boolean> & { readonly at: number })
  /** An answer that the network kept, from a file that staff have brought in: it counts whenever it comes. `by` is who did. */
  | (ChangeOf<'brought', Given | null> & { readonly at: number })
  /** Where there is no way back: the question that is reached. */
  | (ActOf<'reached'> & { readonly position: number })
  | { readonly kind: 'handed in'; readonly id: string; readonly at: number; readonly by: string | null }
  | { readonly kind: 'closed'; readonly id: string; readonly at: number }
  /** Stops the clock, for so many minutes at most: a break of one's own (`by` null), or by staff. */
  | (ActOf<'paused'> & { readonly by: string | null; readonly minutes: number })
  | (ActOf<'resumed'> & { readonly by: string | null })
  | (ActOf<'extended' | 'reopened'> & { readonly by: string | null; readonly minutes: number })
  /** The terms that hold from now on: what is granted, or the window, was changed. */
  | (ActOf<'terms'> & { readonly by: string | null; readonly terms: Terms })

type ActOf<Kind extends string> = { readonly kind: Kind; readonly id: string; readonly at: number }

/**
 * A change of one question: what is answered now, or whether it is flagged. `id` is made by the browser; `by` names the
 * page that made it; an answer of null is one taken back; `revision` is one more than that of the change it follows, counted per question and sort.
 */
type ChangeOf<Kind extends string, Value> = {
  readonly kind: Kind
  readonly id: string
  readonly by: string
  readonly position: number
  readonly revision: number
  readonly value: Value
}

export type Change = ChangeOf<'draft', Given | null> | ChangeOf<'flag', boolean>

/** What is in force at a question. */
export type Kept<Value> = {
  readonly value: Value
  readonly revision: number
  readonly by: string
  readonly at: number
}

export type Attempt = {
  readonly startedAt: number
  readonly clock: Clock
  /** How many questions the paper has. */
  readonly questions: number
  readonly drafts: ReadonlyMap<number, Kept<Given | null>>
  readonly flags: ReadonlyMap<number, Kept<boolean>>
  /** The furthest question that is reached where there is no way back; else 0. */
  readonly reached: number
  /** `by` is who handed it in for its owner. */
  readonly finished: { readonly how: 'handed in' | 'time'; readonly at: number; readonly by?: string } | null
  /** The ids of all events so far: what comes again changes nothing. */
  readonly ids: ReadonlySet<string>
}

/** What an attempt is before its events. */
export type Beginning = { readonly startedAt: number; readonly terms: Terms; readonly questions: number }

/** How long after the end a request is still taken: what was sent in time may be on its way. */
export const graceMs = 2000

/** When an attempt ends; null where nothing ends it (lib/assessment/clock.ts). */
export function endOf({ clock }: Pick<Attempt, 'clock'>): number | null {
  return endOfClock(clock)
}

/** Whether what arrives at this instant is too late, by the clock alone: the end has passed, and the grace with it. */
export function isTimeUp(attempt: Pick<Attempt, 'clock'>, at: number): boolean {
  const end = endOf(attempt)
  return end !== null && at > end + graceMs
}

/** The attempt that these events make, in the order of the log. What breaks the rules is passed over. */
export function foldAttempt({ startedAt, terms, questions }: Beginning, events: readonly ExamEvent[]): Attempt {
  const nothing = { drafts: new Map(), flags: new Map(), reached: 0, finished: null, ids: new Set<string>() }
  return continueAttempt({ ...nothing, startedAt, questions, clock: startClock(startedAt, terms) }, events)
}

/** The attempt after further events: to fold a log and then its rest is to fold all of it. The given one stays as it is. */
export function continueAttempt(before: Attempt, events: readonly ExamEvent[]): Attempt {
  const { drafts, flags, ids } = before
  const attempt: Folding = { ...before, drafts: new Map(drafts), flags: new Map(flags), ids: new Set(ids) }
  for (const event of events) {
    if (attempt.ids.has(event.id)) continue
    apply(attempt, event)
    attempt.ids.add(event.id)
  }
  return attempt
}

/** The attempt while it is folded, seen by the fold alone. */
type Folding = { -readonly [Key in keyof Attempt]: Attempt[Key] } & {
  readonly drafts: Map<number, Kept<Given | null>>
  readonly flags: Map<number, Kept<boolean>>
  readonly ids: Set<string>
}

function apply(attempt: Folding, event: ExamEvent): void {
  if (event.kind === 'reopened') {
    if (attempt.finished === null) return
    attempt.finished = null
    attempt.clock = reopenClock(attempt.clock, event.at, event.minutes)
  }
  if (attempt.finished !== null && event.kind !== 'brought') return
  switch (event.kind) {
    case 'started':
    case 'reopened':
      return
    case 'reached':
      if (attempt.clock.terms.isOneWay) attempt.reached = Math.max(attempt.reached, event.position)
      return
    case 'extended':
      attempt.clock = extendClock(attempt.clock, event.minutes)
      return
    case 'paused':
      attempt.clock = pauseClock(attempt.clock, event.at, event.by === null ? 'own' : 'staff', event.minutes * 60_000)
      return
    case 'resumed':
      attempt.clock = resumeClock(attempt.clock, event.at)
      return
    case 'terms':
      attempt.clock = { ...attempt.clock, terms: event.terms }
      return
    case 'closed':
      attempt.finished = { how: 'time', at: endOf(attempt) ?? event.at }
      return
    case 'handed in':
      // Whoever hands in for somebody else does so after the end as well: what was saved by then is what counts.
      if (event.by !== null) attempt.finished = { how: 'handed in', at: event.at, by: event.by }
      else if (!isTimeUp(attempt, event.at)) attempt.finished = { how: 'handed in', at: event.at }
      return
    case 'brought':
      bring(attempt, event)
      return
    case 'draft':
    case 'flag':
      if (judgeChange(attempt, event, event.at).kind === 'taken') keep(attempt, event)
  }
}

function bring({ drafts, questions }: Folding, event: Extract<ExamEvent, { kind: 'brought' }>): void {
  const { position, value, revision, by, at } = event
  const isNewer = revision > (drafts.get(position)?.revision ?? 0)
  if (isNewer && position < questions) drafts.set(position, { value, revision, by, at })
}

function keep({ drafts, flags }: Folding, event: Change & { readonly at: number }): void {
  const { position, revision, by, at } = event
  if (event.kind === 'draft') drafts.set(position, { value: event.value, revision, by, at })
  else flags.set(position, { value: event.value, revision, by, at })
}

export type Judged =
  | { readonly kind: 'taken' }
  /** It had come before. */
  | { readonly kind: 'already' }
  /**
   * 'older': what is in force follows it, or was there first; it belongs into the log all the same. The others leave no
   * trace: the attempt has ended, the clock stands still (it may come again when it runs), its question is
   * passed and there is no way back, or the paper has no such question.
   */
  | { readonly kind: 'refused'; readonly error: 'older' | 'finished' | 'paused' | 'passed' | 'no such question' }

/** What becomes of a change that arrives at this instant. The highest revision is in force; of equal ones the first. */
export function judgeChange(attempt: Attempt, change: Change, at: number): Judged {
  if (attempt.ids.has(change.id)) return { kind: 'already' }
  if (change.position >= attempt.questions) return { kind: 'refused', error: 'no such question' }
  if (attempt.finished !== null || isTimeUp(attempt, at)) return { kind: 'refused', error: 'finished' }
  if (change.position < attempt.reached) return { kind: 'refused', error: 'passed' }
  if (isPaused(attempt.clock, at - graceMs) && isPaused(attempt.clock, at)) return { kind: 'refused', error: 'paused' }
  const kept = (change.kind === 'draft' ? attempt.drafts : attempt.flags).get(change.position)
  return change.revision > (kept?.revision ?? 0) ? { kind: 'taken' } : { kind: 'refused', error: 'older' }
}
