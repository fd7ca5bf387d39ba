import type { Given } from '../items/shown'

/**
 * An attempt is a fold over its events, which are only ever added. Instants are milliseconds since 1970 UTC, by the
 * server's clock and at the server's edge: when a request arrived, not when it was made.
 */
export type ExamEvent =
  | { readonly kind: 'started'; readonly id: string; readonly at: number }
  | (ChangeOf<'draft', Given | null> & { readonly at: number })
  | (ChangeOf<'flag', boolean> & { readonly at: number })
  | { readonly kind: 'extended'; readonly id: string; readonly at: number; readonly minutes: number }
  | { readonly kind: 'handed in'; readonly id: string; readonly at: number }
  | { readonly kind: 'closed'; readonly id: string; readonly at: number }

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
  readonly minutes: number
  /** The sum of all extensions. */
  readonly extraMinutes: number
  /** How many questions the paper has. */
  readonly questions: number
  readonly drafts: ReadonlyMap<number, Kept<Given | null>>
  readonly flags: ReadonlyMap<number, Kept<boolean>>
  readonly finished: { readonly how: 'handed in' | 'time'; readonly at: number } | null
  /** The ids of all events so far: what comes again changes nothing. */
  readonly ids: ReadonlySet<string>
}

/** What an attempt is before its events. */
export type Terms = Pick<Attempt, 'startedAt' | 'minutes' | 'questions'>

/** How long after the end a request is still taken: what was sent in time may be on its way. */
export const graceMs = 2000

/**
 * When an attempt ends, and the only place that says so: start, minutes and extensions. Page, draft, hand-in and sweep ask
 * it. Instants are UTC, so no change of clocks moves it.
 */
export function endOf({
  startedAt,
  minutes,
  extraMinutes,
}: Pick<Attempt, 'startedAt' | 'minutes' | 'extraMinutes'>): number {
  return startedAt + (minutes + extraMinutes) * 60_000
}

/** Whether what arrives at this instant is too late, by the clock alone: the end has passed, and the grace with it. */
export function isTimeUp(attempt: Attempt, at: number): boolean {
  return at > endOf(attempt) + graceMs
}

/** The attempt that these events make, in the order of the log. What breaks the rules is passed over. */
export function foldAttempt(terms: Terms, events: readonly ExamEvent[]): Attempt {
  const attempt: Folding = {
    ...terms,
    extraMinutes: 0,
    drafts: new Map(),
    flags: new Map(),
    finished: null,
    ids: new Set(),
  }
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
  if (attempt.finished !== null) return
  switch (event.kind) {
    case 'started':
      return
    case 'extended':
      attempt.extraMinutes += event.minutes
      return
    case 'closed':
      attempt.finished = { how: 'time', at: endOf(attempt) }
      return
    case 'handed in':
      if (!isTimeUp(attempt, event.at)) attempt.finished = { how: 'handed in', at: event.at }
      return
    case 'draft':
    case 'flag':
      if (judgeChange(attempt, event, event.at).kind === 'taken') keep(attempt, event)
  }
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
   * trace: the attempt has ended, or its paper has no such question.
   */
  | { readonly kind: 'refused'; readonly error: 'older' | 'finished' | 'no such question' }

/** What becomes of a change that arrives at this instant. The highest revision is in force; of equal ones the first. */
export function judgeChange(attempt: Attempt, change: Change, at: number): Judged {
  if (attempt.ids.has(change.id)) return { kind: 'already' }
  if (change.position >= attempt.questions) return { kind: 'refused', error: 'no such question' }
  if (attempt.finished !== null || isTimeUp(attempt, at)) return { kind: 'refused', error: 'finished' }
  const kept = (change.kind === 'draft' ? attempt.drafts : attempt.flags).get(change.position)
  return change.revision > (kept?.revision ?? 0) ? { kind: 'taken' } : { kind: 'refused', error: 'older' }
}
