import type { Segment } from '@/lib/tcp/segment'

/** A TCP segment of a capture. Endpoints are named as `10.0.0.1:80` and `[::1]:80`. */
export type Captured = {
  /** Counts all frames of the file from 1. */
  readonly frame: number
  readonly from: string
  readonly to: string
  readonly segment: Segment
  /** The window field as it stands in the header; null where it is not known. */
  readonly window: number | null
  /** The shift of the window scale option; null without, `unknown` where the options are cut off. */
  readonly scale: number | null | 'unknown'
  /** The identification of the IPv4 header; null where there is none. */
  readonly id: number | null
}
