import { type Random, randomFrom } from '../items/random'
import { balanced, evenWorkload } from './balance'
import type { Memory } from './memory'
import type { Rating } from './rating'
import { createScheduler, type Scheduling } from './scheduler'

/** A learner whose memory is known: it works just as FSRS with these weights says. */
export type Simulated = {
  readonly scheduling: Scheduling
  readonly cards: number
  readonly newPerDay: number
  readonly days: number
  readonly seed: number
}

/** What came of it: reviews of cards in phase review, and those of them that were remembered. */
export type Outcome = { readonly reviews: number; readonly remembered: number }

/** How the remembered reviews are rated. Departs: no source; about what Anki's users are seen to press. */
const shareOfHard = 0.1
const shareOfEasy = 0.15

const dayMs = 86_400_000

type Card = { memory: Memory | null; readonly name: string }

/**
 * Lets a learner review every due card on every day, as the scheduler asks: load balance, fuzz and steps included. Whether
 * a card is remembered is drawn with the chance that its true memory has.
 */
export function simulate({ scheduling, cards: count, newPerDay, days, seed }: Simulated): Outcome {
  const scheduler = createScheduler(scheduling)
  const chance = randomFrom(seed)
  const waiting = new Map<number, Card[]>()
  const fresh: Card[] = Array.from({ length: count }, (_, index) => ({ memory: null, name: `${seed} ${index}` }))
  let reviews = 0
  let remembered = 0

  function ask(card: Card, day: number, rating: Rating): void {
    const choose = balanced(day, chance(), evenWorkload, (on) => waiting.get(on)?.length ?? 0)
    card.memory = scheduler.review(card.memory, { rating, atMs: day * dayMs, day }, choose)
  }
  /** A card in steps comes again on the same day, and is remembered then. */
  function finish(card: Card, day: number): void {
    while (card.memory?.due.kind === 'at') ask(card, day, 'good')
    const due = card.memory?.due.kind === 'on' ? card.memory.due.day : day + 1
    const others = waiting.get(due)
    if (others === undefined) waiting.set(due, [card])
    else others.push(card)
  }

  for (let day = 0; day < days; day++) {
    for (const card of waiting.get(day) ?? []) {
      if (card.memory === null) continue
      const isRemembered = chance() < scheduler.recallOn(card.memory, day)
      reviews += 1
      remembered += isRemembered ? 1 : 0
      ask(card, day, isRemembered ? rate(chance) : 'again')
      finish(card, day)
    }
    waiting.delete(day)
    for (const card of fresh.splice(0, newPerDay)) {
      ask(card, day, 'good')
      finish(card, day)
    }
  }
  return { reviews, remembered }
}

function rate(chance: Random): Rating {
  const drawn = chance()
  return drawn < shareOfHard ? 'hard' : drawn > 1 - shareOfEasy ? 'easy' : 'good'
}
