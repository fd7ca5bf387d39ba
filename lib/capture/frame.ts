/** One frame of a capture file: its octets as far as they were kept, and how long it was on the wire. */
export type Frame = {
  /** Counts all frames of the file from 1. */
  readonly number: number
  readonly linkType: number
  /** Where its octets begin in the file, and how many of them were kept. */
  readonly at: number
  readonly kept: number
  readonly length: number
}

/** Why a file was read no further than it was. */
const cuts = ['cut frame', 'cut block', 'bad length', 'unknown block order'] as const

export type Cut = { readonly why: (typeof cuts)[number]; readonly at: number }

/** What a reader of frames yields: a frame, or at the end why it stopped short. */
export type FrameOrCut = { readonly kind: 'frame'; readonly frame: Frame } | { readonly kind: 'cut'; readonly cut: Cut }

/** The most a frame can keep: libpcap's own limit, so that a lying length ends the reading and not the memory. */
export const longestFrame = 262_144 * 4
