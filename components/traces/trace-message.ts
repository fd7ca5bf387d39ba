import type { Listing } from '@/lib/capture/read-listing'
import type { Observation } from '@/lib/observer/observe-connection'
import type { Sample } from '@/lib/observer/samples'

/** What the page asks of the worker. */
export type Asked =
  | { readonly kind: 'file'; readonly octets: ArrayBuffer }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sample'; readonly sample: Sample }
  /** Some of one conversation from a segment on, counted from 0, with `current` looked at. */
  | { readonly kind: 'open'; readonly conversation: number; readonly from: number; readonly current: number | null }
  /** The next marked segment after this one; after the last of them the first. */
  | { readonly kind: 'seek'; readonly conversation: number; readonly after: number }

export type Ends = { readonly ends: readonly [string, string]; readonly count: number }

/** What takes time: reading a file, and following one connection. */
export type Stage = 'reading' | 'observing'

/** What it answers: how far it is, what the file holds, and some of one conversation. */
export type Told =
  | { readonly kind: 'progress'; readonly stage: Stage; readonly percent: number }
  | { readonly kind: 'refused'; readonly why: 'refused' | 'empty' | 'unread' }
  | { readonly kind: 'listing'; readonly listing: Listing }
  | {
      readonly kind: 'capture'
      readonly frames: number
      readonly skipped: number
      readonly isCut: boolean
      readonly conversations: readonly Ends[]
      readonly more: number
    }
  | {
      readonly kind: 'window'
      readonly conversation: number
      readonly from: number
      readonly count: number
      readonly seen: readonly Observation[]
      /** The segment that is looked at, counted from 0 over the conversation. */
      readonly current: number | null
      /** How many segments of the conversation are marked at all, and how many as what no correct endpoint sends. */
      readonly marked: number
      readonly impossible: number
    }

/** How many segments are drawn at once. */
export const windowLength = 40

/** Where the window begins that holds this segment. */
export function windowAt(segment: number): number {
  return segment - (segment % windowLength)
}

/** The largest file, in octets, and the longest text, in letters, that is read. */
export const largest = 20_000_000
