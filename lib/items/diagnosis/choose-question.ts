import type { Body } from '../item'
import { expectedInformation, type Spreads, spreadsOf } from './information'
import type { Posterior } from './posterior'
import { viewsOf } from './views'

/** A question that may be asked to find out what somebody believes. */
export type Candidate = { readonly id: string; readonly body: Body }

/** Questions that tell the same, whoever answers: one of them is as good as another. */
type Alike = { readonly spreads: Spreads; readonly candidates: readonly Candidate[] }

export type Questions = readonly Alike[]

/** Those of some questions that tell anything of a belief, laid together where they tell the same. */
export function layOut(candidates: readonly Candidate[]): Questions {
  const classes = new Map<string, { readonly spreads: Spreads; readonly candidates: Candidate[] }>()
  for (const candidate of candidates) {
    if (viewsOf(candidate.body).otherwise.size === 0) continue
    const spreads = spreadsOf(candidate.body)
    const key = JSON.stringify([spreads.right.chances, spreads.groups.map(({ ids, chances }) => [ids, chances])])
    const alike = classes.get(key) ?? { spreads, candidates: [] }
    alike.candidates.push(candidate)
    classes.set(key, alike)
  }
  return [...classes.values()]
}

/** The question of these, none of those asked before, whose answer is expected to tell most; null where none is left. */
export function chooseQuestion(
  questions: Questions,
  posterior: Posterior,
  asked: ReadonlySet<string>,
): { readonly candidate: Candidate; readonly bits: number } | null {
  let best: { readonly candidate: Candidate; readonly bits: number } | null = null
  for (const { spreads, candidates } of questions) {
    const candidate = candidates.find(({ id }) => !asked.has(id))
    if (candidate === undefined) continue
    const bits = expectedInformation(posterior, spreads)
    if (best === null || bits > best.bits) best = { candidate, bits }
  }
  return best
}
