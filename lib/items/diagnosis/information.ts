import { states } from '../../tcp/states'
import type { Body } from '../item'
import { controlOf, offeredBy } from '../kinds/all'
import { chanceOfAnswer, type Noise, usualNoise } from './likelihood'
import type { Posterior } from './posterior'
import { type View, viewsOf } from './views'

/** The chances of the answers to a question, and their entropy in bits: the noise that would be left if one knew who answers. */
export type Spread = { readonly chances: readonly number[]; readonly entropy: number }

/** What may be answered: by who sees a question as the RFC does, and by each group of beliefs that see it alike. */
export type Spreads = {
  readonly right: Spread
  readonly groups: readonly (Spread & { readonly ids: readonly string[] })[]
}

const known = new WeakMap<Body, Spreads>()

/**
 * How the answers to a question spread; worked out once for each body. Answers that tell the same are one: they add nothing
 * to what can be learnt.
 */
export function spreadsOf(body: Body, noise: Noise = usualNoise): Spreads {
  const before = noise === usualNoise ? known.get(body) : undefined
  if (before !== undefined) return before
  const { right, otherwise } = viewsOf(body)
  const alike = new Map<string, { readonly view: View; readonly ids: string[] }>()
  for (const [id, view] of otherwise) {
    const group = alike.get(view.join('\n')) ?? { view, ids: [] }
    group.ids.push(id)
    alike.set(view.join('\n'), group)
  }
  const groups = [...alike.values()]
  const views = [right, ...groups.map(({ view }) => view)]
  const answers = answersToldApart(body, views)
  const rows = views.map((view) => withOthers(answers.map((given) => chanceOfAnswer(body, view, given, noise))))
  const [first, ...others] = merged(rows).map((chances) => ({ chances, entropy: entropy(chances) }))
  const found = {
    right: first ?? { chances: [1], entropy: 0 },
    groups: others.map((spread, index) => ({ ids: groups[index]?.ids ?? [], ...spread })),
  }
  if (noise === usualNoise) known.set(body, found)
  return found
}

/** The answers that are told apart; where there are many, all that nobody is expected to give count as one. */
function answersToldApart(body: Body, believed: readonly View[]): readonly View[] {
  switch (controlOf(body)) {
    case 'choice':
    case 'place':
      return offeredBy(body).map((option) => [option])
    case 'text':
      return states.map((state) => [state])
    case 'several':
    case 'numbers':
    case 'order':
    case 'fill':
      return believed
  }
}

function withOthers(chances: readonly number[]): readonly number[] {
  return [...chances, Math.max(0, 1 - chances.reduce((sum, chance) => sum + chance, 0))]
}

/** The same rows with the columns that are alike in all of them made one. */
function merged(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const places = new Map<string, number[]>()
  for (const at of rows[0]?.keys() ?? []) {
    const column = rows.map((row) => (row[at] ?? 0).toFixed(12)).join()
    places.set(column, [...(places.get(column) ?? []), at])
  }
  return rows.map((row) => [...places.values()].map((columns) => columns.reduce((sum, at) => sum + (row[at] ?? 0), 0)))
}

/**
 * How much the answer to a question is expected to tell of what somebody believes, in bits: the entropy of the answer less
 * what of it is mere noise (mutual information).
 */
export function expectedInformation({ beliefs }: Posterior, { right, groups }: Spreads): number {
  let rest = 1
  let noise = 0
  const mixed = right.chances.map(() => 0)
  for (const group of groups) {
    let share = 0
    for (const id of group.ids) share += beliefs.get(id) ?? 0
    rest -= share
    noise += share * group.entropy
    for (let at = 0; at < mixed.length; at++) mixed[at] = (mixed[at] ?? 0) + share * (group.chances[at] ?? 0)
  }
  rest = Math.max(0, rest)
  for (let at = 0; at < mixed.length; at++) mixed[at] = (mixed[at] ?? 0) + rest * (right.chances[at] ?? 0)
  return entropy(mixed) - noise - rest * right.entropy
}

/** Of chances that sum to 1, in bits: -Σ p log2 p. */
export function entropy(chances: readonly number[]): number {
  let sum = 0
  for (const chance of chances) if (chance > 0) sum -= chance * Math.log2(chance)
  return sum
}
