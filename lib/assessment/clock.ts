import { z } from 'zod'

// When an attempt ends. Instants are milliseconds since 1970 UTC by the server's clock, so that no change of clocks and no
// time zone moves anything here; what is local (a due date at 23:59) has become an instant before it comes here.

const minute = 60_000

/** What decides the end and the way there, as it holds when an attempt begins. What is changed later is an event of its log. */
export const termsSchema = z.object({
  /** How long it may take; null where only the window ends it. */
  minutes: z.number().nullable(),
  /** When the window closes; null where nothing does. */
  closesAt: z.number().nullable().default(null),
  /** What is granted to this person: `minutes` times this, and so many minutes more. */
  factor: z.number().min(1).max(10).default(1),
  extraMinutes: z.number().min(0).default(0),
  /** How long this person may stop the clock for breaks of their own, in all. */
  breakMinutes: z.number().min(0).default(0),
  /** Whether the questions are gone through once, with no way back. */
  isOneWay: z.boolean().default(false),
})

export type Terms = Readonly<z.infer<typeof termsSchema>>

/** The terms of a mock exam: a limit and nothing else. */
export function termsOf(minutes: number): Terms {
  return termsSchema.parse({ minutes })
}

/** A stop of the clock that is not known to be over: at the latest `limitMs` after `at` it is. */
export type Pause = {
  readonly at: number
  readonly limitMs: number
  /** Whose: a break of one's own uses up what is granted, one by staff does not. */
  readonly whose: 'own' | 'staff'
}

/** How an attempt's clock stands, by its events so far. */
export type Clock = {
  readonly startedAt: number
  readonly terms: Terms
  /** Minutes given in extensions. */
  readonly extraMs: number
  /** How long the clock has stood still in pauses that are over, and how much of it in breaks of one's own. */
  readonly pausedMs: number
  readonly brokenMs: number
  readonly pause: Pause | null
}

export function startClock(startedAt: number, terms: Terms): Clock {
  return { startedAt, terms, extraMs: 0, pausedMs: 0, brokenMs: 0, pause: null }
}

/**
 * When it ends; null where nothing ends it. It is the earlier of the limit and the close of the window, and the only place
 * that says so: page, draft, hand-in, sweep and live view ask it. Time granted to the person, extensions and pauses move
 * both, so that somebody with time and a half gets it from whoever closes the door on the minute as well. A pause that is
 * not over counts in full; its end brings this back to the time that it took.
 */
export function endOfClock(clock: Clock): number | null {
  const { startedAt, terms } = clock
  const { minutes, closesAt } = terms
  const moved = clock.extraMs + clock.pausedMs + (clock.pause?.limitMs ?? 0)
  const granted = grantedMs(terms)
  const limit = minutes === null ? null : startedAt + minutes * minute + granted + moved
  const close = closesAt === null ? null : closesAt + granted + moved
  if (limit === null || close === null) return limit ?? close
  return Math.min(limit, close)
}

/** What is granted to a person on top of the limit; nothing where there is none, for who has days needs no minutes. */
function grantedMs({ minutes, factor, extraMinutes }: Terms): number {
  return minutes === null ? 0 : Math.round(minutes * (factor - 1) * minute) + extraMinutes * minute
}

/** Whether the clock stands still at this instant. */
export function isPaused({ pause }: Clock, at: number): boolean {
  return pause !== null && at >= pause.at && !isOver(pause, at)
}

/** Whether a pause is over by itself. One that was noted later than what is asked about is not. */
function isOver(pause: Pause, at: number): boolean {
  return at >= pause.at + pause.limitMs
}

/** How much of the breaks of one's own is left, in milliseconds, were one to end at this instant. */
export function breakLeftMs(clock: Clock, at: number): number {
  const { terms, brokenMs } = settleClock(clock, at)
  return Math.max(0, terms.breakMinutes * minute - brokenMs)
}

/** Stops the clock, for at most `limitMs`. One that stands still stays as it is, and so does one that nothing would end. */
export function pauseClock(clock: Clock, at: number, whose: Pause['whose'], limitMs: number): Clock {
  if (clock.pause !== null && !isOver(clock.pause, at)) return clock
  const settled = settleClock(clock, at)
  const most = whose === 'own' ? Math.min(limitMs, breakLeftMs(settled, at)) : limitMs
  return most <= 0 ? settled : { ...settled, pause: { at, limitMs: most, whose } }
}

/** Lets the clock run again. One that runs is as it was. */
export function resumeClock(clock: Clock, at: number): Clock {
  return settleClock(clock, at, true)
}

/** Counts a pause that is over by now, or that is ended by now, as what it took. */
function settleClock(clock: Clock, at: number, isEnded = false): Clock {
  const { pause } = clock
  if (pause === null || (!isEnded && !isOver(pause, at))) return clock
  const took = Math.max(0, Math.min(at - pause.at, pause.limitMs))
  return {
    ...clock,
    pause: null,
    pausedMs: clock.pausedMs + took,
    brokenMs: clock.brokenMs + (pause.whose === 'own' ? took : 0),
  }
}

/** Moves the end by so many minutes. */
export function extendClock(clock: Clock, minutes: number): Clock {
  return { ...clock, extraMs: clock.extraMs + minutes * minute }
}

/** Gives an attempt that had ended so many minutes from now on; where more is left than that, it stays. */
export function reopenClock(clock: Clock, at: number, minutes: number): Clock {
  const settled = resumeClock(clock, at)
  const end = endOfClock(settled)
  const missing = end === null ? 0 : Math.max(0, at + minutes * minute - end)
  return { ...settled, extraMs: settled.extraMs + missing }
}
