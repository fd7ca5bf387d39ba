import { ackSegment, resetFor } from '../emissions'
import { differences, type Profile } from '../profiles'
import { has } from '../segment'
import { isBefore } from '../sequence'
import { toListen } from './check-rst'
import { enter, toOutstanding, toUser } from './outcome'
import { finish, type Progress } from './progress'

/** 3.10.7.4, fourth: check the SYN bit. */
export function checkSyn(at: Progress, profile: Profile): Progress {
  const { tcb, segment } = at
  if (!has(segment, 'SYN')) return at
  const { synIsChallenged, synReturnsToListen } = differences[profile]

  if (tcb.state === 'SYN-RECEIVED') {
    // A SYN left of the window is trimmed off with the rest of the old; what is new goes on.
    if (isBefore(segment.seq, tcb.rcvNxt)) return at
    if (synReturnsToListen && tcb.opened === 'passive') return finish(at, 'syn.to-listen', { tcb: toListen(tcb) })
  }
  // RFC 5961 section 4: "irrespective of the sequence number".
  if (synIsChallenged) return finish(at, 'syn.challenge', { emits: [ackSegment(tcb)] })
  if (isBefore(segment.seq, tcb.rcvNxt)) return at
  return finish(at, 'syn.reset', {
    tcb: enter<'SYN-RECEIVED' | 'ESTABLISHED' | 'TIME-WAIT'>(tcb, 'CLOSED'),
    emits: [resetFor(segment)],
    responses: [...toOutstanding(tcb, 'reset'), ...toUser('connection reset')],
  })
}
