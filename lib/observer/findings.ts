import type { State } from '@/lib/tcp/states'

/** What a pile of sockets in one state says, by what the state means: who must act, and where the RFC has it. */
export const findings = {
  'CLOSE-WAIT': { cite: '3.3.2, 3.6', actor: 'local application' },
  'TIME-WAIT': { cite: '3.3.2, 3.6.1', actor: 'nobody' },
  'SYN-RECEIVED': { cite: '3.5, 3.10.7.2 third', actor: 'peer' },
  'FIN-WAIT-2': { cite: '3.6, 3.10.7.4 fifth', actor: 'peer application' },
  'FIN-WAIT-1': { cite: '3.3.2, 3.10.8', actor: 'peer' },
  'LAST-ACK': { cite: '3.3.2, 3.10.8', actor: 'peer' },
  CLOSING: { cite: '3.6, 3.10.7.4 fifth', actor: 'peer' },
  'SYN-SENT': { cite: '3.5, 3.10.7.3', actor: 'peer' },
  ESTABLISHED: { cite: '3.3.2', actor: 'nobody' },
  LISTEN: { cite: '3.3.2', actor: 'nobody' },
  CLOSED: { cite: '3.3.2', actor: 'nobody' },
} as const satisfies Record<State, { readonly cite: string; readonly actor: Actor }>

export const actors = ['nobody', 'local application', 'peer', 'peer application'] as const

export type Actor = (typeof actors)[number]

/** How many sockets of a listing are in one state, and between what, most first. */
export type Pile = {
  readonly state: State
  readonly count: number
  /** The local or remote addresses that hold most of it. */
  readonly places: readonly { readonly place: string; readonly count: number }[]
}

type Socket = { readonly state: State; readonly local: string; readonly peer: string | null }

const mostPlaces = 3

/** Sorts a listing into piles, those first that somebody must act upon, then the largest. */
export function pilesIn(sockets: readonly Socket[]): readonly Pile[] {
  const byState = grouped(sockets)
  return [...byState]
    .map(([state, all]): Pile => ({ state, count: all.length, places: placesOf(all) }))
    .sort((one, other) => urgency(other.state) - urgency(one.state) || other.count - one.count)
}

function grouped(sockets: readonly Socket[]): Map<State, Socket[]> {
  const groups = new Map<State, Socket[]>()
  for (const socket of sockets) {
    const group = groups.get(socket.state)
    if (group === undefined) groups.set(socket.state, [socket])
    else group.push(socket)
  }
  return groups
}

function urgency(state: State): number {
  return findings[state].actor === 'nobody' ? 0 : 1
}

function placesOf(sockets: readonly Socket[]): Pile['places'] {
  const counts = new Map<string, number>()
  for (const { local } of sockets) counts.set(local, (counts.get(local) ?? 0) + 1)
  return [...counts]
    .map(([place, count]) => ({ place, count }))
    .sort((one, other) => other.count - one.count)
    .slice(0, mostPlaces)
}
