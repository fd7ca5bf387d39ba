import { type Day, dayOf } from '../review/day'
import { isDue, type Memory, restsAfter } from '../review/memory'
import { aheadMs, type DoneToday, nextTurn, type Waiting } from '../review/queue'
import { nextUsualMs } from '../review/rating'
import type { Scheduler } from '../review/scheduler'
import type { DeviceReview, Taken, TakenCard } from './taken'

/** A card on the device after what was reviewed there. */
export type DeviceCard = {
  readonly taken: TakenCard
  readonly memory: Memory | null
  /** How often it was reviewed here: the place of its next showing. */
  readonly reviews: number
  /** It has lapsed so often here that it rests. */
  readonly rests: boolean
  /** The day on which it is left out because a sibling was asked. */
  readonly buriedOn: Day | null
}

export type DeviceState = {
  readonly cards: readonly DeviceCard[]
  readonly usualMs: Readonly<Record<string, number>>
  /** For each day, what was done on it here. */
  readonly done: ReadonlyMap<Day, DoneToday>
}

/** The server's time, as far as a device knows it, at an instant of its own clock; both in milliseconds. */
export function serverTime({ at }: Pick<Taken, 'at'>, deviceMs: number): number {
  return deviceMs + at.byServer - at.byDevice
}

/**
 * What a device knows of its cards: a fold of the reviews that were done on it, in their order, over what it has taken along.
 * Undoing one is leaving it out. How many days a card waits is FSRS's own choice here; the server, which knows what else is
 * due, may choose a day beside it.
 */
export function foldDevice(taken: Taken, reviews: readonly DeviceReview[], scheduler: Scheduler): DeviceState {
  const cards = new Map<string, DeviceCard>(
    taken.cards.map((card) => [
      card.card,
      { taken: card, memory: card.memory, reviews: 0, rests: false, buriedOn: null },
    ]),
  )
  const usualMs: Record<string, number> = { ...taken.usualMs }
  const done = new Map<Day, DoneToday>()
  for (const { sent, rating, kind, status } of reviews) {
    const card = cards.get(sent.card)
    if (card === undefined || typeof status === 'object') continue
    const atMs = serverTime(taken, sent.at)
    const day = Math.max(dayOf(taken.clock, atMs), card.memory?.lastDay ?? 0)
    const memory = scheduler.review(card.memory, { rating, atMs, day })
    const rests = card.rests || restsAfter(card.memory, memory)
    cards.set(sent.card, { ...card, memory, reviews: card.reviews + 1, rests })
    for (const sibling of card.taken.siblings) {
      const other = cards.get(sibling)
      if (other !== undefined && other.memory?.due.kind !== 'at') cards.set(sibling, { ...other, buriedOn: day })
    }
    usualMs[kind] = nextUsualMs(usualMs[kind] ?? null, sent.tookMs)
    const before = done.get(day) ?? { ripe: 0, fresh: 0 }
    done.set(day, {
      ripe: before.ripe + (card.memory?.phase === 'review' ? 1 : 0),
      fresh: before.fresh + (card.memory === null ? 1 : 0),
    })
  }
  return { cards: [...cards.values()], usualMs, done }
}

export type DeviceQueue = {
  readonly waiting: Waiting
  readonly next: DeviceCard | null
  /** The instant, by the server's clock, at which the next card in steps comes; null without any. */
  readonly nextStepMs: number | null
}

/** What is left on the device at an instant of the server's clock and its day, and which card is asked next. */
export function queueOnDevice({ cards, done }: DeviceState, atMs: number, today: Day): DeviceQueue {
  const awake = cards.filter(({ taken, rests }) => taken.showings.length > 0 && !rests)
  const inSteps = awake.filter(({ memory }) => memory?.due.kind === 'at').toSorted((a, b) => stepMs(a) - stepMs(b))
  const unburied = awake.filter(({ memory, buriedOn }) => memory?.due.kind !== 'at' && buriedOn !== today)
  const due = unburied
    .filter(({ memory }) => memory !== null && isDue(memory, atMs, today))
    .toSorted((a, b) => forgotten(b, today) - forgotten(a, today))
  const byTurn = {
    step: inSteps.filter((card) => stepMs(card) <= atMs),
    due,
    fresh: unburied.filter(({ memory }) => memory === null),
    soon: inSteps.filter((card) => stepMs(card) > atMs && stepMs(card) <= atMs + aheadMs),
    nothing: [],
  }
  const waiting = {
    steps: byTurn.step.length,
    due: due.length,
    fresh: byTurn.fresh.length,
    soon: byTurn.soon.length,
  }
  const turn = nextTurn(waiting, done.get(today) ?? { ripe: 0, fresh: 0 })
  const [first] = inSteps
  return { waiting, next: byTurn[turn][0] ?? null, nextStepMs: first === undefined ? null : stepMs(first) }
}

const stepMs = ({ memory }: DeviceCard) => (memory?.due.kind === 'at' ? memory.due.atMs : Number.POSITIVE_INFINITY)

/** Recall falls with time over stability: the likeliest forgotten comes first. */
const forgotten = ({ memory }: DeviceCard, today: Day) =>
  memory === null ? 0 : (today - memory.lastDay) / memory.stability
