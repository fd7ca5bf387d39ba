import type { Machine } from '../../misconceptions/machine'
import type { Event } from '../../tcp/events'
import type { Run } from '../../tcp/run'
import { noTcb, type Tcb } from '../../tcp/tcb'
import { runBy } from '../explanation'
import { happeningsAt } from './happenings'

/** A sequence of events from CLOSED on which two machines differ: by the last event, and by nothing before it. */
type Distinguishing = { readonly events: readonly Event[]; readonly ends: readonly [Run, Run] }

/** Two endpoints, one by each machine, that have lived through the same events. */
type Pair = { readonly events: readonly Event[]; readonly tcbs: readonly [Tcb, Tcb] }

/** The longest sequence that is looked at: the longest way of Figure 5 from CLOSED to TIME-WAIT, and one event in it. */
const longest = 7

/**
 * The shortest sequence of events on which two machines differ, in the state that they end in, in what they send or in what
 * they tell their user: by breadth-first search on the product of the two. What the RFC leaves open (ambiguities.ts) counts
 * only where it is wanted. Null where no sequence of up to seven events does: the two differ nowhere, or in something else than
 * what one endpoint does.
 */
export function distinguish(one: Machine, other: Machine, isOpenToo = false): Distinguishing | null {
  if (changesTo(one) === changesTo(other)) return null
  let front: readonly Pair[] = [{ events: [], tcbs: [noTcb, noTcb] }]
  const seen = new Set<string>()
  for (let length = 1; length <= longest; length++) {
    const next: Pair[] = []
    for (const { events, tcbs } of front)
      for (const event of happeningsAt(tcbs[0])) {
        const ends = [runBy(one, { tcb: tcbs[0], event }), runBy(other, { tcb: tcbs[1], event })] as const
        if (ends[0].ambiguous !== null && !isOpenToo) continue
        if (shown(ends[0]) !== shown(ends[1])) return { events: [...events, event], ends }
        const key = JSON.stringify([ends[0].end, ends[1].end])
        if (seen.has(key)) continue
        seen.add(key)
        next.push({ events: [...events, event], tcbs: [ends[0].end, ends[1].end] })
      }
    front = next
  }
  return null
}

/** What a machine changes of what one endpoint does; machines that are alike in that need no search. */
function changesTo({ mutant: { edits, lengths, dropsTextOnSyn } }: Machine): string {
  return JSON.stringify({ edits, lengths, dropsTextOnSyn })
}

/** What can be seen of a run from outside. */
function shown({ end, emits, responses }: Run): string {
  return JSON.stringify([end.state, emits, responses])
}
