import { mutantIds, type Posterior } from './diagnosis'
import { entropy } from './information'
import type { BodyOf } from './item'
import { optionOf } from './kinds/kind'
import { type Noise, usualNoise } from './likelihood'
import { isHeldTrue, isTrue } from './statement-truth'
import { type Statement, statements } from './statements'
import { findBeliever } from './views'

/** A statement, and the beliefs whose holder takes it for the contrary of what is so. */
type Telling = { readonly statement: Statement; readonly holds: boolean; readonly contrary: ReadonlySet<string> }

let telling: readonly Telling[] | undefined

/** The statements that some belief misjudges; found out once. */
export function tellingStatements(): readonly Telling[] {
  telling ??= statements.flatMap((statement) => {
    const holds = isTrue(statement)
    const contrary = mutantIds.filter((id) => {
      const believer = findBeliever(id)
      return believer !== undefined && isHeldTrue(statement, believer) !== holds
    })
    return contrary.length === 0 ? [] : [{ statement, holds, contrary: new Set(contrary) }]
  })
  return telling
}

/** How many statements a question made to order has. */
export const statementsToOrder = 6

type Order = {
  readonly posterior: Posterior
  /** Statements not to ask, by their ids. */
  readonly without: ReadonlySet<string>
  readonly count?: number
  readonly noise?: Noise
}

/** Beliefs that have seen all statements so far alike, how likely one of them is, and the chances of what they tick. */
type Group = { readonly ids: readonly string[]; readonly share: number; readonly chances: readonly number[] }

/**
 * The question of several statements that tells most of what somebody believes: statement by statement, each the one that adds
 * most. Some are true and some are not, as in every such question. Null where too few are left.
 */
export function orderStatements(order: Order): BodyOf<'statements'> | null {
  const { posterior, without, count = statementsToOrder, noise = usualNoise } = order
  const taken: Telling[] = []
  let groups: readonly Group[] = [{ ids: [...posterior.beliefs.keys()], share: 1, chances: [1] }]
  const left = tellingStatements().filter(({ statement }) => !without.has(statement.id))
  while (taken.length < count) {
    let best: { readonly one: Telling; readonly groups: readonly Group[]; readonly bits: number } | null = null
    for (const one of left) {
      if (taken.includes(one)) continue
      if (taken.length === count - 1 && taken.every(({ holds }) => holds === one.holds)) continue
      const next = groups.flatMap((group) => split(group, one, posterior, noise))
      const bits = informationOf(next)
      if (best === null || bits > best.bits) best = { one, groups: next, bits }
    }
    if (best === null) return null
    taken.push(best.one)
    groups = best.groups
  }
  return { kind: 'statements', options: taken.map(({ statement }) => optionOf('statement', statement.id)).sort() }
}

/** Who misjudges a statement, and who does not; of the first chance is that they misjudge it indeed. */
function split({ ids, share, chances }: Group, { contrary }: Telling, { beliefs }: Posterior, noise: Noise) {
  const astray = ids.filter((id) => contrary.has(id))
  const strayed = astray.reduce((sum, id) => sum + (beliefs.get(id) ?? 0), 0)
  const judged = (chance: number) => chances.flatMap((before) => [before * chance, before * (1 - chance)])
  const others = { ids: ids.filter((id) => !contrary.has(id)), share: Math.max(0, share - strayed) }
  const straight: Group = { ...others, chances: judged(noise.slip) }
  return astray.length === 0
    ? [straight]
    : [straight, { ids: astray, share: strayed, chances: judged(1 - noise.guess) }]
}

function informationOf(groups: readonly Group[]): number {
  const mixed = new Array<number>(groups[0]?.chances.length ?? 0).fill(0)
  let noise = 0
  for (const { share, chances } of groups) {
    for (const [at, chance] of chances.entries()) mixed[at] = (mixed[at] ?? 0) + share * chance
    noise += share * entropy(chances)
  }
  return entropy(mixed) - noise
}
