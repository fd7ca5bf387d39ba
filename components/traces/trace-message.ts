import type { Listing } from '@/lib/capture/read-listing'
import type { Observation } from '@/lib/observer/observe-connection'
import type { Sample } from '@/lib/observer/samples'

/** What the page asks of the worker. */
export type Asked =
  | { readonly kind: 'file'; readonly octets: ArrayBuffer }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sample'; readonly sample: Sample }
  | { readonly kind: 'open'; readonly conversation: number; readonly from: number }

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
    }

/** How many segments are drawn at once. */
export const windowLength = 40
