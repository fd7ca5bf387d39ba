import { type Rule, rulesOf } from '@/lib/tcp/rules'
import type { State } from '@/lib/tcp/states'
import { routes } from './layout'

/** An arrow in an address and in the message files: `syn-sent-to-established`. */
export type ArrowId = `${Lowercase<State>}-to-${Lowercase<State>}`

/** An arrow of the picture: all that takes a connection from one state to another under RFC 9293. */
export type Arrow = {
  readonly id: ArrowId
  /** Where the label has no room for words it is this number, the same everywhere. */
  readonly number: number
  readonly from: State
  readonly to: State
  /** What Figure 5 draws, and what the arrow says. */
  readonly drawn: readonly Rule[]
  /** What takes the same way and is left out of Figure 5. */
  readonly omitted: readonly Rule[]
}

function arrowId(from: State, to: State): ArrowId {
  return `${from.toLowerCase() as Lowercase<State>}-to-${to.toLowerCase() as Lowercase<State>}`
}

const changes = rulesOf('rfc9293').filter((rule) => rule.kind === 'transition')

/** The arrows in the order in which the picture is read. */
export const arrows: readonly Arrow[] = routes.map(({ from, to }, index) => {
  const between = changes.filter((rule) => rule.from === from && rule.to === to)
  return {
    id: arrowId(from, to),
    number: index + 1,
    from,
    to,
    drawn: between.filter((rule) => rule.figure5),
    omitted: between.filter((rule) => !rule.figure5),
  }
})

/** The arrow from one state to another, or undefined where the picture has none. */
export function findArrow(id: string | undefined): Arrow | undefined {
  return arrows.find((arrow) => arrow.id === id)
}
