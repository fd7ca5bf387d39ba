import { type State, states } from '@/lib/tcp/states'

/**
 * What an endpoint can be in: a set of configurations, a bit each. Whatever else a TCB holds is known from what has
 * passed (the endpoint's own numbers) or is a range (what has arrived), so that a configuration is a state; but
 * for `crossed`, a SYN-RECEIVED that was opened actively, which a reset leads to CLOSED and not to LISTEN.
 */
export type Possible = number

/** The bit of each state, by its place in states.ts. */
export const bitOf = Object.fromEntries(states.map((state, index) => [state, 1 << index])) as Record<State, number>

/** SYN-RECEIVED after an active OPEN: a simultaneous open. */
export const crossed = 1 << states.length

const bitCount = states.length + 1

/** Every bit, one by one. */
export const bits: readonly number[] = Array.from({ length: bitCount }, (_, index) => 1 << index)

export const anything: Possible = (1 << bitCount) - 1

export function bitsOf(...named: readonly State[]): Possible {
  return named.reduce((all, state) => all | bitOf[state], 0)
}

/** The states in which the peer's FIN has been taken. */
export const finTaken = bitsOf('CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT')

/** The states in which our FIN has been sent. */
export const finSent = bitsOf('FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'LAST-ACK', 'TIME-WAIT')

export const synReceived = bitOf['SYN-RECEIVED'] | crossed

/** All that 3.10.7.4 speaks of: SYN-RECEIVED and the synchronized states. */
export const otherBits = anything & ~bitsOf('CLOSED', 'LISTEN', 'SYN-SENT')

/** The state of one bit. */
export function stateOfBit(bit: number): State {
  return states.find((state) => bitOf[state] === bit) ?? 'SYN-RECEIVED'
}

const named = new Map<Possible, readonly State[]>()

/** The states in a set, in the order of states.ts. The same set gives the same array. */
export function statesIn(possible: Possible): readonly State[] {
  const known = named.get(possible)
  if (known !== undefined) return known
  const found = states.filter((state) => (possible & (state === 'SYN-RECEIVED' ? synReceived : bitOf[state])) !== 0)
  named.set(possible, found)
  return found
}
