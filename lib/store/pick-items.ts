import 'server-only'
import { randomFrom, shuffled } from '../items/random'
import { type ActiveItem, listActiveItems } from './active-items'

export type Choice = {
  /** Topics and kinds to choose from; an empty list asks for nothing. */
  readonly topics: readonly string[]
  readonly kinds: readonly string[]
  /** How many items, at least 0. */
  readonly count: number
  /** The same seed chooses the same items from the same bank. */
  readonly seed: number
  /** Items to take only when there are not enough others. */
  readonly avoidItemIds?: readonly string[]
}

/** Chooses items for a practice from the bank, evenly over the topics and facts; fewer where the bank has fewer. */
export async function pickItems(choice: Choice): Promise<readonly ActiveItem[]> {
  return pickEvenly(await listActiveItems(), choice)
}

/**
 * Takes items in turns from the topics, and within a topic from the facts, so that no topic is ahead of another by more
 * than one and no fact is asked again before all others of its topic were, as long as the items last.
 */
export function pickEvenly(items: readonly ActiveItem[], choice: Choice): readonly ActiveItem[] {
  const topics = new Set(choice.topics)
  const kinds = new Set(choice.kinds)
  const avoided = new Set(choice.avoidItemIds)
  const candidates = shuffled(
    items.filter(({ topic, kind }) => topics.has(topic) && kinds.has(kind)),
    randomFrom(choice.seed),
  )
  const preferred = inTurns(
    candidates.filter(({ id }) => !avoided.has(id)),
    choice.count,
  )
  const others = inTurns(
    candidates.filter(({ id }) => avoided.has(id)),
    choice.count - preferred.length,
  )
  return [...preferred, ...others]
}

function inTurns(candidates: readonly ActiveItem[], count: number): readonly ActiveItem[] {
  const queues = groupBy(candidates, ({ topic }) => topic).map((ofTopic) =>
    takeInTurns(
      groupBy(ofTopic, ({ factId }) => factId),
      count,
    ),
  )
  return takeInTurns(queues, count)
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return [...groups.values()]
}

/** The first of each queue, then the second of each, and so on, until there are `count` or no more. */
function takeInTurns<T>(queues: readonly (readonly T[])[], count: number): readonly T[] {
  const taken: T[] = []
  for (let round = 0; taken.length < count; round++) {
    const next = queues.flatMap((queue) => queue.slice(round, round + 1))
    if (next.length === 0) break
    taken.push(...next)
  }
  return taken.slice(0, Math.max(0, count))
}
