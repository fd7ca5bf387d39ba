import type { BodyOf } from '../item'
import { optionOf } from '../kinds/kind'
import { isHeldTrue, isTrue } from '../statement-truth'
import { type Statement, statements } from '../statements'
import { statementsOnlyToOrder } from '../statements/only-to-order'
import { findBeliever, mutantIds } from './believers'
import { entropy } from './information'
import { type Noise, usualNoise } from './likelihood'
import type { Posterior } from './posterior'

/** A statement, and the beliefs whose holder takes it for the contrary of what is so. */
type Telling = { readonly statement: Statement; readonly holds: boolean; readonly contrary: ReadonlySet<string> }

let telling: readonly Telling[] | undefined

/** The statements that some belief misjudges; found out once. */
function tellingStatements(): readonly Telling[] {
  telling ??= [...statements, ...statementsOnlyToOrder].flatMap((statement) => {
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
const statementsAsked = 8

type Order = {
  readonly posterior: Posterior
  /** Statements not to ask, by their ids. */
  readonly without: ReadonlySet<string>
  readonly noise?: Noise
}

/**
 * Beliefs parted by what has been taken so far: the number of each one's group, and how likely each group is. Group 0 sees
 * every statement as it is; whoever holds no belief is in it.
 */
type Parted = { readonly groupOf: ReadonlyMap<string, number>; readonly shares: readonly number[] }

/**
 * The question of several statements that tells most of what somebody believes, and how much, in bits: statement by statement,
 * each the one that adds most. Some are true and some are not, as in every such question. Null where too few are left.
 */
export function orderStatements(order: Order): { readonly body: BodyOf<'statements'>; readonly bits: number } | null {
  const { posterior, without, noise = usualNoise } = order
  const taken: Telling[] = []
  let parted: Parted = { groupOf: new Map(), shares: [1] }
  let bits = 0
  const left = tellingStatements().filter(({ statement }) => !without.has(statement.id))
  while (taken.length < statementsAsked) {
    const isLast = taken.length === statementsAsked - 1
    let best: { readonly one: Telling; readonly shares: readonly number[]; readonly bits: number } | null = null
    for (const one of left) {
      if (taken.includes(one) || (isLast && taken.every(({ holds }) => holds === one.holds))) continue
      const shares = sharesAfter(parted, one, posterior)
      const told = informationOf(shares, noise)
      if (best === null || told > best.bits) best = { one, shares, bits: told }
    }
    if (best === null) return null
    taken.push(best.one)
    parted = partBy(parted, best.one, best.shares)
    bits = best.bits
  }
  return {
    body: { kind: 'statements', options: taken.map(({ statement }) => optionOf('statement', statement.id)).sort() },
    bits,
  }
}

/** How likely each group is once a statement is taken: what misjudges it leaves each group for a new one, in their order. */
function sharesAfter({ groupOf, shares }: Parted, { contrary }: Telling, { beliefs }: Posterior): readonly number[] {
  const after = [...shares]
  const moved = new Map<number, number>()
  for (const id of contrary) {
    const share = beliefs.get(id) ?? 0
    const group = groupOf.get(id) ?? 0
    after[group] = Math.max(0, (after[group] ?? 0) - share)
    moved.set(group, (moved.get(group) ?? 0) + share)
  }
  after.push(...moved.values())
  return after
}

function partBy({ groupOf, shares: before }: Parted, { contrary }: Telling, shares: readonly number[]): Parted {
  const next = new Map(groupOf)
  const groups = new Map<number, number>()
  for (const id of contrary) {
    const group = groupOf.get(id) ?? 0
    const into = groups.get(group) ?? before.length + groups.size
    groups.set(group, into)
    next.set(id, into)
  }
  return { groupOf: next, shares }
}

/** As expectedInformation, of an answer that is what somebody thinks, or what is right, or anything else. */
function informationOf(shares: readonly number[], { slip, guess }: Noise): number {
  const straight = shares[0] ?? 0
  const astray = 1 - straight
  const own = 1 - slip - guess
  const mixed = [straight * (1 - slip) + astray * guess, slip, ...shares.slice(1).map((share) => share * own)]
  return entropy(mixed) - straight * entropy([1 - slip, slip]) - astray * entropy([own, guess, slip])
}
