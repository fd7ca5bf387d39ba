import type { Step } from './move'
import { type Sought, type Space, spaceOf } from './space'
import type { World } from './world'

export type Exploration =
  /** A shortest run of moves to what is sought. */
  | { readonly kind: 'found'; readonly steps: readonly Step[]; readonly configurations: number }
  /** Every configuration within the bounds was visited, and nothing was what is sought. */
  | { readonly kind: 'none'; readonly configurations: number }
  /** `limit` configurations were visited; what lies beyond is not known. */
  | { readonly kind: 'undecided'; readonly configurations: number }

export type Search = Sought & {
  readonly world: World
  /** How many configurations to visit at most. */
  readonly limit: number
  /** Told now and then how many configurations are known. */
  readonly onProgress?: (known: number) => void
}

/** How many configurations are expanded between two words on the progress. */
const between = 4096

/** Breadth-first search over what two peers and a channel can do: what is found first is at a shortest distance. */
export function explore(search: Search): Exploration & { readonly space: Space } {
  const { world, limit, onProgress } = search
  const space = spaceOf(world, search)
  if (space.isSoughtAt(0)) return { kind: 'found', steps: [], configurations: 1, space }
  for (let index = 0; index < space.size(); index++) {
    if (index % between === 0) onProgress?.(space.size())
    const offered = space.offer(index)
    for (let at = 0; at < offered; at++) {
      const code = space.codes[at] ?? 0
      const isSought = space.draft(index, code)
      if (isSought === null) continue
      if (isSought) return { kind: 'found', steps: space.pathTo(index, code), configurations: space.size(), space }
      if (!space.keep(index, code)) continue
      if (space.size() > limit) return { kind: 'undecided', configurations: limit, space }
      if (space.isSoughtAt(space.size() - 1)) {
        return { kind: 'found', steps: space.pathTo(space.size() - 1), configurations: space.size(), space }
      }
    }
  }
  return { kind: 'none', configurations: space.size(), space }
}

/** Every step from every configuration of a space that was explored to its end. */
export function everyStep(space: Space): readonly Step[] {
  return Array.from({ length: space.size() }, (_, index) => {
    const codes = [...space.codes.subarray(0, space.offer(index))]
    return codes.flatMap((code) => space.pathTo(index, code).at(-1) ?? [])
  }).flat()
}
