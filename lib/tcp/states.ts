/** The eleven connection states, as RFC 9293 3.3.2 writes them and in its order, CLOSED first. */
export const states = [
  'CLOSED',
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const

export type State = (typeof states)[number]

/** The synchronized states: group 3 of RFC 9293 3.5.2. */
export const synchronizedStates = [
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const satisfies readonly State[]

/** The states of 3.10.7.4 "Other States": a TCB exists and SEG.SEQ can be validated. */
export const otherStates = ['SYN-RECEIVED', ...synchronizedStates] as const satisfies readonly State[]

export type OtherState = (typeof otherStates)[number]

/** The phases of a connection's life, in which product and diagram group the states. */
export const phases = ['none', 'opening', 'established', 'active close', 'passive close', 'waiting'] as const

export type Phase = (typeof phases)[number]

export const phaseOf = {
  CLOSED: 'none',
  LISTEN: 'opening',
  'SYN-SENT': 'opening',
  'SYN-RECEIVED': 'opening',
  ESTABLISHED: 'established',
  'FIN-WAIT-1': 'active close',
  'FIN-WAIT-2': 'active close',
  CLOSING: 'active close',
  'CLOSE-WAIT': 'passive close',
  'LAST-ACK': 'passive close',
  'TIME-WAIT': 'waiting',
} as const satisfies Record<State, Phase>

/** The state's name in a URL: `fin-wait-1`. */
export function slugOf(state: State): string {
  return state.toLowerCase()
}

/** The state with this slug, or undefined where there is none. */
export function findStateBySlug(slug: string): State | undefined {
  return states.find((state) => slugOf(state) === slug)
}
