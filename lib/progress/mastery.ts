import { findRule, rulesOf } from '../tcp/rules'
import { type State, states } from '../tcp/states'

/** How surely something is recalled, from firm to weak. */
const masteryLevels = ['firm', 'good', 'fading', 'weak'] as const

export type MasteryLevel = (typeof masteryLevels)[number]

/** The least recall of each level. */
export const masteryBounds = { firm: 0.9, good: 0.8, fading: 0.6, weak: 0 } as const satisfies Record<
  MasteryLevel,
  number
>

/** The facts of one place of the state diagram. */
export type PlaceMastery = {
  /** The facts that were asked as a card at least once, and all that there are. */
  readonly met: number
  readonly of: number
  /** The mean chance of recall of those met, 0 to 1, and its level; null where none was met. */
  readonly recall: number | null
  readonly level: MasteryLevel | null
}

export type Mastery = {
  /** By `FROM>TO`: the rules that lead from one state to another, their numbers, and that the way exists. */
  readonly arrows: ReadonlyMap<string, PlaceMastery>
  /** What each state means. */
  readonly states: ReadonlyMap<State, PlaceMastery>
  readonly whole: PlaceMastery
}

/** What is known of somebody's memory of a fact: the chance of recall today, 0 to 1; null where it was never asked. */
export type Remembered = { readonly factId: string; readonly recall: number | null }

/** Mastery laid on the diagram. `factIds` are all facts that there are. */
export function masteryOf(factIds: readonly string[], remembered: readonly Remembered[]): Mastery {
  const recalls = new Map(remembered.flatMap(({ factId, recall }) => (recall === null ? [] : [[factId, recall]])))
  const arrows = new Map<string, string[]>()
  for (const factId of factIds) {
    const arrow = arrowOf(factId)
    if (arrow !== null) arrows.set(arrow, [...(arrows.get(arrow) ?? []), factId])
  }
  return {
    arrows: new Map([...arrows].map(([arrow, facts]) => [arrow, summarise(facts, recalls)])),
    states: new Map(
      states.map((state) => [
        state,
        summarise(
          factIds.filter((factId) => factId === `meaning/${state}`),
          recalls,
        ),
      ]),
    ),
    whole: summarise(factIds, recalls),
  }
}

/** The level of a chance of recall as it is written, in whole percent: what reads 90 % counts as 90 %. */
export function masteryLevelOf(recall: number): MasteryLevel {
  const written = Math.round(recall * 100) / 100
  return masteryLevels.find((level) => written >= masteryBounds[level]) ?? 'weak'
}

function summarise(factIds: readonly string[], recalls: ReadonlyMap<string, number>): PlaceMastery {
  const met = factIds.flatMap((factId) => recalls.get(factId) ?? [])
  const recall = met.length === 0 ? null : met.reduce((sum, one) => sum + one, 0) / met.length
  return { met: met.length, of: factIds.length, recall, level: recall === null ? null : masteryLevelOf(recall) }
}

const changes: ReadonlySet<string> = new Set(
  rulesOf('rfc9293')
    .filter(({ kind }) => kind === 'transition')
    .map(({ from, to }) => `${from}>${to}`),
)

/** The arrow, as `FROM>TO`, that a fact is about; null where it is about none. */
export function arrowOf(factId: string): string | null {
  const [kind = '', name = '', to = ''] = factId.split('/')
  if (kind === 'pair') return changes.has(`${name}>${to}`) ? `${name}>${to}` : null
  const rule = kind === 'rule' || kind === 'numbers' ? findRule(name) : undefined
  return rule === undefined || rule.from === rule.to ? null : `${rule.from}>${rule.to}`
}

/** The facts that are likeliest forgotten, the weakest first, at most `limit`: those below a level that is firm. */
export function weakestOf<R extends Remembered>(remembered: readonly R[], limit: number): readonly R[] {
  const chance = ({ recall }: R) => recall ?? 1
  return remembered
    .filter((one) => masteryLevelOf(chance(one)) !== 'firm')
    .toSorted((a, b) => chance(a) - chance(b) || (a.factId < b.factId ? -1 : 1))
    .slice(0, limit)
}
