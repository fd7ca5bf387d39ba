import type { InvariantName } from '../tcp/peers/invariants'
import { explorePairs, type PairTable, type Verdict, verdictOf } from '../tcp/peers/pairs'
import { type State, states } from '../tcp/states'

/** Two states, one of each peer, in the order of states.ts: which peer is in which does not matter here. */
export type StatePair = readonly [State, State]

/** Every pair of the eleven states, counted once. */
export const statePairs: readonly StatePair[] = states.flatMap((one, index) =>
  states.slice(index).map((other): StatePair => [one, other]),
)

/** What the invariants of a pair rest on. */
const places = {
  'heard was sent': '3.4',
  'acknowledged was heard': '3.4, 3.10.7.4 fifth',
  'FIN carries ACK': '3.10.4, 3.10.7.4 fifth',
  'taken in order': '3.10.7.4 first',
  'nobody is left waiting': '3.6.1, MUST-13',
  'only A asks': '3.5',
} as const satisfies Record<InvariantName, string>

let table: PairTable | undefined
const verdicts = new Map<string, Verdict>()

/**
 * What the machine says of a pair where each side opens once and nobody aborts or crashes: a shortest run to it, or the
 * invariants that exclude it. The search is of a perfect network; loss, reordering and a duplicate reach no other pair
 * (a test holds it). Searched once, when it is asked first.
 */
export function verdictOn([A, B]: StatePair): Verdict {
  const known = verdicts.get(`${A}+${B}`)
  if (known !== undefined) return known
  const verdict = verdictOf(explored(), { A, B })
  verdicts.set(`${A}+${B}`, verdict)
  return verdict
}

function explored(): PairTable {
  table ??= explorePairs('perfect')
  return table
}

/** Whether the two states occur together. No run is made for it, so that all pairs are asked about at once. */
export function canMeet([A, B]: StatePair): boolean {
  return explored().distance({ A, B }) !== null
}

/** Where the RFC says what decides about a pair. */
export function placesOf(pair: StatePair): string {
  const verdict = verdictOn(pair)
  if (verdict.kind === 'reached') return '3.3.2, Figure 5'
  return [...new Set(verdict.by.flatMap((name) => places[name].split(', ')))].join(', ')
}

/** A pair by its name, `SYN-SENT+ESTABLISHED`; null where that names none. */
export function findStatePair(name: string): StatePair | null {
  return statePairs.find((pair) => nameOfPair(pair) === name) ?? null
}

export function nameOfPair([one, other]: StatePair): string {
  return `${one}+${other}`
}
