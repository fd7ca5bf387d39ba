import type { InvariantName } from '@/lib/tcp/peers/invariants'
import type { Model } from '@/lib/tcp/peers/models'
import type { Pair } from '@/lib/tcp/peers/pairs'
import type { Timeline } from '@/lib/tcp/peers/timeline'

/** What the page asks of the worker: to search a model, and what it knows of one of its cells. */
export type Asked =
  | { readonly kind: 'model'; readonly model: Model }
  | { readonly kind: 'cell'; readonly model: Model; readonly pair: Pair }

/** How many steps lead to each pair, in the order of `pairs`; null where none do. */
export type Grid = {
  readonly kind: 'grid'
  readonly model: Model
  readonly configurations: number
  readonly moves: readonly (number | null)[]
  /** Which of these pairs a perfect network does not have, in the same order. */
  readonly beyond: readonly boolean[]
}

export type Cell =
  | {
      readonly kind: 'witness'
      readonly model: Model
      readonly pair: Pair
      readonly timeline: Timeline
      /** The scenario for the simulator; null where it can't hold the run. */
      readonly scenario: string | null
    }
  | {
      readonly kind: 'excluded'
      readonly model: Model
      readonly pair: Pair
      readonly by: readonly InvariantName[]
      /** The smallest models in which the pair occurs; null while they are searched. */
      readonly needs: readonly Model[] | null
    }

export type Told = { readonly kind: 'progress'; readonly percent: number } | Grid | Cell
