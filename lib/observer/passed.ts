import type { Segment } from '@/lib/tcp/segment'

/** A segment as it passed the point of capture. Endpoints are named as `10.0.0.1:80` and `[::1]:80`. */
export type Passed = {
  /** Counts all frames of the file from 1. */
  readonly frame: number
  readonly from: string
  readonly to: string
  readonly segment: Segment
  /** The window field as it stands in the header; null where it is not known. */
  readonly window: number | null
  /** The shift of the window scale option, which only a SYN carries; `unknown` where its options are cut off. */
  readonly scale: number | null | 'unknown'
  /** The identification of the IPv4 header, by which a copy of the network is told from a retransmission; null without. */
  readonly id: number | null
}
