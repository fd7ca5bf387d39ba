import type { Answer } from '../items/answer'
import { beliefsBetrayed, beliefsTempted } from '../items/diagnosis/betrayed'
import type { Body } from '../items/item'
import type { MarkedPaper } from './marked-paper'

/** A misconception of a class. */
export type ClassBelief = {
  readonly id: string
  /** The students with an answer that its holder would have given. */
  readonly holders: readonly string[]
  /** How many students were asked something that its holder would have got wrong. */
  readonly asked: number
  /** The facts about which it was betrayed, the most often first: what a review of it asks. */
  readonly facts: readonly string[]
}

/**
 * What a class believes, by its wrong answers, the belief of most students first. An answer counts for every belief whose
 * holder would have given it; one right answer to another question does not take it back, for here it is counted how many
 * slipped that way, not what one person believes today (lib/progress/weigh-beliefs.ts).
 */
export function classBeliefs(papers: readonly MarkedPaper[]): readonly ClassBelief[] {
  const found = new Map<string, { holders: Set<string>; asked: Set<string>; facts: Map<string, number> }>()
  const entry = (id: string) => {
    const known = found.get(id) ?? { holders: new Set(), asked: new Set(), facts: new Map() }
    found.set(id, known)
    return known
  }
  for (const { student, questions } of papers)
    for (const { body, answer, credit, fact } of questions) {
      for (const id of beliefsTempted(body)) entry(id).asked.add(student)
      if (answer === null || credit === 100) continue
      for (const id of betraying(body, answer)) {
        const { holders, asked, facts } = entry(id)
        holders.add(student)
        asked.add(student)
        facts.set(fact, (facts.get(fact) ?? 0) + 1)
      }
    }
  return [...found]
    .flatMap(([id, { holders, asked, facts }]) => {
      const often = [...facts].toSorted((a, b) => b[1] - a[1]).map(([fact]) => fact)
      return holders.size === 0 ? [] : [{ id, holders: [...holders], asked: asked.size, facts: often }]
    })
    .toSorted((a, b) => b.holders.length - a.holders.length || (a.id < b.id ? -1 : 1))
}

const chosen = new WeakMap<Body, Map<string, readonly string[]>>()

/** The beliefs behind an answer; of an option worked out once, for a class gives few different ones. */
function betraying(body: Body, answer: Answer): readonly string[] {
  if (answer.form !== 'choice') return beliefsBetrayed(body, answer)
  const known = chosen.get(body) ?? new Map<string, readonly string[]>()
  chosen.set(body, known)
  const beliefs = known.get(answer.option) ?? beliefsBetrayed(body, answer)
  known.set(answer.option, beliefs)
  return beliefs
}
