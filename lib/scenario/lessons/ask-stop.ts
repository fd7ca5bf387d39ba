import { otherSide } from '../../tcp/peers/configuration'
import { rules } from '../../tcp/rules'
import { type State, states } from '../../tcp/states'
import type { Played } from '../play-scenario'
import type { Stop } from './lessons'

/** A question of a lesson: what can be chosen, and which of it is so. */
export type LessonQuestion =
  /** Of a state, or what it waits for: the states to choose from. */
  | { readonly kind: 'state' | 'waits'; readonly options: readonly State[]; readonly key: State }
  /** Of what is sent: control bits, as the RFC lists them; '' where nothing is sent. */
  | { readonly kind: 'sends'; readonly options: readonly string[]; readonly key: string }

const count = 4

/** What is sent in a life of a connection, in the order of that life. */
const bits = ['', 'SYN', 'SYN,ACK', 'ACK', 'FIN,ACK', 'RST', 'RST,ACK'] as const

/**
 * What a stop asks, its key taken from the machine: from how things stand before the wish and after it. The options
 * stand in the RFC's order, which gives nothing away.
 */
export function askStop({ kind, side }: Stop, before: Played, after: Played): LessonQuestion {
  if (kind === 'sends') {
    const left = after.sent.slice(before.sent.length).find(({ from }) => from === side)
    const key = left === undefined ? '' : left.segment.ctl.join(',')
    return { kind, key, options: chosen(key, ['', 'ACK', 'RST', 'FIN,ACK', 'SYN,ACK'], [...bits, key]) }
  }
  const key = after.at[side].state
  const from = before.at[side].state
  // What the side leaves, where else it could go from there, and where the other side is: what tempts who is not sure.
  const ways = rules.flatMap((rule) => (rule.kind === 'transition' && rule.from === from ? [rule.to] : []))
  const tempting = [from, after.at[otherSide(side)].state, ...ways.toReversed(), ...states.slice(4)]
  return { kind, key, options: chosen(key, tempting, states) }
}

function chosen<Option>(key: Option, tempting: readonly Option[], order: readonly Option[]): readonly Option[] {
  const some = [...new Set([key, ...tempting])].slice(0, count)
  return [...new Set(order)].filter((one) => some.includes(one))
}
