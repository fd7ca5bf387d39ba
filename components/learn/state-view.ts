import type { ArrowId } from '@/components/diagram/arrows'
import { type Arrow, arrows } from '@/components/diagram/arrows'
import { callNames, type EventName, segmentNames, timeoutNames } from '@/lib/tcp/events'
import { namesInTheWild, type Writer, writers } from '@/lib/tcp/names'
import { grids, type Rule, rulesOf } from '@/lib/tcp/rules'
import { type State, states } from '@/lib/tcp/states'
import { groupRules, type RuleGroup } from './group-rules'

/** All that leads from or to one other state, with the arrow that Figure 5 draws for it. */
export type Way = { readonly other: State; readonly arrow: Arrow | undefined; readonly rules: readonly RuleGroup[] }

export type EventCell = { readonly on: EventName; readonly rules: readonly Rule[] }

export type StateView = {
  readonly waysIn: readonly Way[]
  readonly waysOut: readonly Way[]
  readonly arrowIds: ReadonlySet<ArrowId>
  readonly calls: readonly EventCell[]
  readonly segments: readonly EventCell[]
  readonly timeouts: readonly EventCell[]
  readonly ruleCount: number
  readonly names: readonly { readonly writer: Writer; readonly spellings: readonly string[] }[]
  readonly previous: State | undefined
  readonly next: State | undefined
}

const changes = rulesOf('rfc9293').filter(({ kind }) => kind === 'transition')

function ways(rules: readonly Rule[], end: 'from' | 'to'): readonly Way[] {
  const others = [...new Set(rules.map((rule) => rule[end]))]
  const all = others.map((other) => {
    const between = rules.filter((rule) => rule[end] === other)
    const arrow = arrows.find(({ from, to }) => between.some((rule) => rule.from === from && rule.to === to))
    return { other, arrow, rules: groupRules(between.toSorted((a, b) => Number(b.figure5) - Number(a.figure5))) }
  })
  return all.toSorted((a, b) => (a.arrow?.number ?? arrows.length + 1) - (b.arrow?.number ?? arrows.length + 1))
}

/** What the page of a state shows: its ways in and out, its column of the canonical grid, its names, its neighbours. */
export function stateView(state: State): StateView {
  const column = grids.rfc9293[state]
  const cells = (names: readonly EventName[]) => names.map((on) => ({ on, rules: column[on] }))
  const at = states.indexOf(state)
  const names = writers.map((writer) => ({ writer, spellings: namesInTheWild[state][writer] as readonly string[] }))
  return {
    waysIn: ways(
      changes.filter(({ to }) => to === state),
      'from',
    ),
    waysOut: ways(
      changes.filter(({ from }) => from === state),
      'to',
    ),
    arrowIds: new Set(arrows.filter(({ from, to }) => from === state || to === state).map(({ id }) => id)),
    calls: cells(callNames),
    segments: cells(segmentNames),
    timeouts: cells(timeoutNames),
    ruleCount: Object.values(column).flat().length,
    names: names.filter(({ spellings }) => spellings.length > 0),
    previous: states[at - 1],
    next: states[at + 1],
  }
}
