import type { Profile } from '../profiles'
import type { Configuration } from './configuration'
import { makeMove, type PeerMove, type Step } from './move'

export type Exploration =
  /** A shortest run of moves to a step that is sought. */
  | { readonly kind: 'found'; readonly steps: readonly Step[]; readonly configurations: number }
  /** Every configuration within the bounds was visited, and no step was one that is sought. */
  | { readonly kind: 'none'; readonly configurations: number }
  /** `limit` configurations were visited; what lies beyond is not known. */
  | { readonly kind: 'undecided'; readonly configurations: number }

export type Search = {
  readonly profile: Profile
  readonly start: Configuration
  /** The moves that a configuration offers; losses and duplicates are bounded by its budgets. */
  readonly moves: (at: Configuration) => readonly PeerMove[]
  readonly isSought: (step: Step) => boolean
  /** How many configurations to visit at most. */
  readonly limit: number
}

type Node = { readonly at: Configuration; readonly by: Step | null; readonly from: Node | null }

/** Breadth-first search over what two peers and a channel can do: the first step found is at a shortest distance. */
export function explore({ profile, start, moves, isSought, limit }: Search): Exploration {
  const seen = new Set([keyOf(start)])
  const queue: Node[] = [{ at: start, by: null, from: null }]
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]
    if (node === undefined) break
    for (const move of moves(node.at)) {
      const step = makeMove(profile, node.at, move)
      const next: Node = { at: step.after, by: step, from: node }
      if (isSought(step)) return { kind: 'found', steps: pathTo(next), configurations: seen.size }
      const key = keyOf(step.after)
      if (seen.has(key)) continue
      if (seen.size >= limit) return { kind: 'undecided', configurations: seen.size }
      seen.add(key)
      queue.push(next)
    }
  }
  return { kind: 'none', configurations: seen.size }
}

function pathTo(node: Node): readonly Step[] {
  const steps: Step[] = []
  for (let at: Node | null = node; at !== null; at = at.from) if (at.by !== null) steps.unshift(at.by)
  return steps
}

/** Two configurations with the same key behave alike: the channel has no order, so its segments are sorted. */
function keyOf(at: Configuration): string {
  return JSON.stringify({ ...at, flight: at.flight.map((segment) => JSON.stringify(segment)).sort() })
}
