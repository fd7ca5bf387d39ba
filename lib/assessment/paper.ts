import { type Random, randomFrom, shuffled } from '../items/random'
import type { Blueprint } from './blueprint'
import { type Candidate, factsIn, isIn, planStrata, type Share, type Shortage, type Stratum } from './strata'

/** A question of a paper, in the order of asking. */
export type PaperQuestion<C extends Candidate> = {
  readonly item: C
  /** Shuffles the options of this showing. */
  readonly seed: number
  readonly points: number
}

export type Drawn<C extends Candidate> =
  | { readonly kind: 'drawn'; readonly questions: readonly PaperQuestion<C>[] }
  /** The bank cannot fill the blueprint: here it has too little. */
  | ({ readonly kind: 'short' } & Shortage)

type Draw<C extends Candidate> = {
  readonly blueprint: Blueprint
  readonly candidates: readonly C[]
  /** The same seed draws the same paper from the same bank. */
  readonly seed: number
  /** Items to take only where a stratum has no others. */
  readonly avoidItemIds?: ReadonlySet<string>
}

/**
 * Draws a paper: as many questions in each stratum as the plan says, no two of one fact, in an order of chance. Two papers
 * of one blueprint differ in their items and not in their strata.
 */
export function drawPaper<C extends Candidate>({ blueprint, candidates, seed, avoidItemIds }: Draw<C>): Drawn<C> {
  const random = randomFrom(seed)
  const asked = candidates.filter(({ form }) => blueprint.forms.includes(form))
  const plan = planStrata(blueprint, asked)
  if (plan.kind === 'short') return plan
  const seats = plan.shares.flatMap((share) => Array.from({ length: share.count }, () => share))
  const mixed = shuffled(asked, random)
  // What is to be avoided stands last, so that it is reached only where nothing else is left.
  const isAvoided = ({ id }: C) => avoidItemIds?.has(id) ?? false
  const ordered = [...mixed.filter((item) => !isAvoided(item)), ...mixed.filter(isAvoided)]
  const seated = seatFacts(seats, (seat) => factsIn(ordered, seat))
  if (seated.kind === 'short') return shortageAt(seated.seat, seats, asked)
  const items = seats.map((seat, index) => itemFor(ordered, seat, seated.facts[index]))
  return {
    kind: 'drawn',
    questions: shuffled(items, random).map((item) => ({ item, seed: seedFrom(random), points: blueprint.points })),
  }
}

function itemFor<C extends Candidate>(ordered: readonly C[], seat: Stratum, fact: string | undefined): C {
  const item = ordered.find((candidate) => candidate.fact === fact && isIn(candidate, seat))
  if (item === undefined) throw new Error(`No item of "${fact}" in its stratum`)
  return item
}

/** 31 bits: what every database takes for an integer. */
function seedFrom(random: Random): number {
  return Math.floor(random() * 2 ** 31)
}

type Seated =
  | { readonly kind: 'seated'; readonly facts: readonly string[] }
  | { readonly kind: 'short'; readonly seat: Share }

/**
 * Gives each seat a fact of its own. A fact may fit several strata (its items differ in level), so a seat that finds all
 * of its facts taken asks their holders to move on: bipartite matching by augmenting paths (Kuhn 1955), which fails only
 * where no choice at all would do.
 */
function seatFacts(seats: readonly Share[], factsFor: (seat: Share) => readonly string[]): Seated {
  const choices = seats.map(factsFor)
  const holder = new Map<string, number>()
  const take = (seat: number, tried: Set<string>): boolean => {
    for (const fact of choices[seat] ?? []) {
      if (tried.has(fact)) continue
      tried.add(fact)
      const held = holder.get(fact)
      if (held !== undefined && !take(held, tried)) continue
      holder.set(fact, seat)
      return true
    }
    return false
  }
  for (const [index, seat] of seats.entries()) {
    if (!take(index, new Set())) return { kind: 'short', seat }
  }
  const factAt = new Map([...holder].map(([fact, seat]) => [seat, fact]))
  return { kind: 'seated', facts: seats.map((_, index) => factAt.get(index) ?? '') }
}

function shortageAt(
  { topic, level }: Share,
  seats: readonly Share[],
  asked: readonly Candidate[],
): { readonly kind: 'short' } & Shortage {
  const isHere = (stratum: Pick<Stratum, 'topic' | 'level'>) => stratum.topic === topic && stratum.level === level
  const wanted = seats.filter(isHere).length
  const facts = new Set(asked.filter(isHere).map(({ fact }) => fact))
  // Some of these facts are wanted in another stratum as well, so that fewer are left than there are.
  return { kind: 'short', topic, level, wanted, available: Math.min(facts.size, wanted - 1) }
}
