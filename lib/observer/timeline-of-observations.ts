import type { Side } from '@/lib/tcp/peers/configuration'
import type { Stay, Timeline } from '@/lib/tcp/peers/timeline'
import type { State } from '@/lib/tcp/states'
import type { Observation } from './observe-connection'

/**
 * Some observations of one conversation as a sequence diagram: a row for each segment, from which on the endpoints can be
 * in the states that are told of it. `left` is the endpoint drawn as A; `first` is the number of the first segment, from 1.
 */
export function timelineOfObservations(seen: readonly Observation[], left: string, first: number): Timeline {
  const stays: Stay[] = []
  const last: Record<Side, readonly State[]> = { A: [], B: [] }
  const put = (side: Side, row: number, states: readonly State[]) => {
    if (states.join() === last[side].join()) return
    last[side] = states
    stays.push({ side, row, states })
  }
  const arrows = seen.map(({ passed, sender, receiver, marks }, row) => {
    const from: Side = passed.from === left ? 'A' : 'B'
    put('A', row, from === 'A' ? sender : receiver)
    put('B', row, from === 'B' ? sender : receiver)
    const origin = marks.some(({ kind }) => kind === 'duplicate') ? ('copy' as const) : ('sent' as const)
    return {
      number: first + row,
      from,
      segment: passed.segment,
      leaves: row,
      ends: { how: 'arrives' as const, row },
      origin,
    }
  })
  return { rows: seen.length, arrows, stays, notes: [] }
}
