import { type State, states } from '../states'
import { explore } from './explore'
import { findExclusion, type InvariantName, keepsInvariants } from './invariants'
import { type Model, models, worldOf } from './models'
import type { Step } from './move'
import type { Scene } from './world'

/** A pair of states: A's, then B's. */
export type Pair = { readonly A: State; readonly B: State }

/** Every pair of the eleven states, A's in rows. */
export const pairs: readonly Pair[] = states.flatMap((A) => states.map((B) => ({ A, B })))

/** What the search of one model has found. */
export type PairTable = {
  readonly model: Model
  /** How many configurations there are in all; the search was whole. */
  readonly configurations: number
  /** Whether each of them keeps the invariants. */
  readonly keepsInvariants: boolean
  /** How many moves lead to the pair at least, 0 for the start, or null where no configuration has it. */
  readonly distance: (pair: Pair) => number | null
  /** A shortest run to the pair, made anew by the machine, or null where no configuration has it. */
  readonly witness: (pair: Pair) => readonly Step[] | null
}

/** Far more than any model has. */
const limit = 5_000_000

/**
 * Searches a model to its end, and checks the invariants in every configuration. Throws where the model is not as finite
 * as it says.
 */
export function explorePairs(model: Model, onProgress?: (known: number) => void): PairTable {
  let areKept = true
  const check = (scene: Scene) => {
    areKept &&= keepsInvariants(model, scene)
    return false
  }
  const search = { world: worldOf(model), isSoughtAt: check, limit, ...(onProgress !== undefined && { onProgress }) }
  const { kind, configurations, space } = explore(search)
  if (kind !== 'none' || space.crowded() > 0) throw new Error(`The search of "${model}" was not whole`)
  const first = new Map<string, number>()
  for (let index = 0; index < configurations; index++) {
    const key = keyOf(space.statesAt(index))
    if (!first.has(key)) first.set(key, index)
  }
  return {
    model,
    configurations,
    keepsInvariants: areKept,
    distance: (pair) => {
      const index = first.get(keyOf(pair))
      return index === undefined ? null : space.depthOf(index)
    },
    witness: (pair) => {
      const index = first.get(keyOf(pair))
      return index === undefined ? null : space.pathTo(index)
    },
  }
}

function keyOf({ A, B }: Pair): string {
  return `${A}, ${B}`
}

/** The smallest models, in the order of `models`, in which a pair occurs: none of them contains another that is named. */
export function needsOf(tables: readonly PairTable[], pair: Pair): readonly Model[] {
  const reaching = tables.filter((table) => table.distance(pair) !== null).map(({ model }) => model)
  return reaching.filter((model) => !reaching.some((other) => other !== model && isWithin(other, model)))
}

/** Whether whatever happens in `one` can happen in `other`. */
function isWithin(one: Model, other: Model): boolean {
  if (one === 'client and server') return true
  if (one === 'perfect') return other !== 'client and server'
  return other === 'crash and duplicates' && (one === 'crash' || one === 'duplicates')
}

export type Verdict =
  | { readonly kind: 'reached'; readonly steps: readonly Step[] }
  /** No configuration has the pair; and these invariants, kept by every one, exclude it. Empty where none does: then the search alone says so. */
  | { readonly kind: 'excluded'; readonly by: readonly InvariantName[] }

/** What a model says of a pair. */
export function verdictOf(table: PairTable, pair: Pair): Verdict {
  const steps = table.witness(pair)
  if (steps !== null) return { kind: 'reached', steps }
  return { kind: 'excluded', by: findExclusion(table.model, pair.A, pair.B) ?? [] }
}

export const smallModels = models.filter((model) => model !== 'crash and duplicates')
