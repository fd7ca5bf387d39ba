import type { Day } from './day'

/** The phases of a card that was reviewed at least once, in FSRS's words. */
export const phases = ['learning', 'review', 'relearning'] as const

export type Phase = (typeof phases)[number]

/** A card in (re)learning steps is due at an instant, any other on a day. */
export type Due = { readonly kind: 'at'; readonly atMs: number } | { readonly kind: 'on'; readonly day: Day }

/** How well a memory holds. */
export type Strength = {
  /** The days after which the chance of recall has sunk to 90 %. */
  readonly stability: number
  /** 1 (easy) to 10. */
  readonly difficulty: number
}

/** What is believed about the memory of one card after its last review; null before the first. */
export type Memory = Strength & {
  readonly phase: Phase
  /** The place among the (re)learning steps. */
  readonly step: number
  readonly due: Due
  readonly lastAtMs: number
  readonly lastDay: Day
  readonly reps: number
  readonly lapses: number
}

/** The lapses at which a card first rests and is explained instead of asked once more. */
const leechLapses = 6

/** How many lapses later it rests again, once it was taken up: half as many, as in Anki. */
const lapsesBetweenRests = 3

/** Whether a card rests from this review on, which took its memory from `before` to `after`. */
export function restsAfter(before: Memory | null, after: Memory): boolean {
  return after.lapses > (before?.lapses ?? 0) && restsAtLapse(after.lapses)
}

/** Whether a card rests from the lapse on that makes them so many. */
export function restsAtLapse(lapses: number): boolean {
  return lapses >= leechLapses && (lapses - leechLapses) % lapsesBetweenRests === 0
}

/** Whether a card is due at this instant of this day. A new one is not due; it is introduced. */
export function isDue({ due }: Memory, atMs: number, day: Day): boolean {
  return due.kind === 'at' ? due.atMs <= atMs : due.day <= day
}

/** The stability from which a card counts as mature, as in Anki: three weeks. */
export const matureDays = 21
