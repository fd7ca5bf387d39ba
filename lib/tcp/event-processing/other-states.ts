import { ackSegment } from '../emissions'
import type { Profile } from '../profiles'
import { formatSegment, has, type Segment } from '../segment'
import { isBefore } from '../sequence'
import type { Tcb } from '../tcb'
import { checkAck } from './check-ack'
import { checkFin } from './check-fin'
import { checkRst } from './check-rst'
import { checkSequence, trim } from './check-sequence'
import { checkSyn } from './check-syn'
import { type Outcome, outcome } from './outcome'
import { checkUrg, processText } from './process-text'
import { finish, type Progress } from './progress'

/** The steps of 3.10.7.4 in the RFC's order. Departs: the third, security/compartment, is not modelled (see tcb.ts). */
const steps: readonly ((at: Progress, profile: Profile) => Progress)[] = [
  checkSequence,
  checkRst,
  checkSyn,
  trim,
  hold,
  checkAck,
  checkUrg,
  processText,
  checkFin,
]

/** 3.10.7.4 Other States. */
export function otherStates(profile: Profile, tcb: Tcb, segment: Segment): Outcome {
  let at: Progress = { tcb, segment, emits: [], responses: [], applied: [], returned: false }
  for (const step of steps) {
    at = step(at, profile)
    if (at.returned) break
  }
  return outcome(at.tcb, at.applied, { emits: at.emits, responses: at.responses })
}

/**
 * First step, last paragraph: "Segments with higher beginning sequence numbers SHOULD be held for later processing"
 * (SHLD-31), once each. One without ACK would be dropped in the fifth step whenever it came; it is left to that.
 */
function hold(at: Progress): Progress {
  const { tcb, segment } = at
  if (!isBefore(tcb.rcvNxt, segment.seq) || segment.ack === null || has(segment, 'RST')) return at
  const held = tcb.held.some((other) => formatSegment(other) === formatSegment(segment))
    ? tcb.held
    : [...tcb.held, segment]
  return finish(at, 'sequence.held', { tcb: { ...tcb, held }, emits: [ackSegment(tcb)] })
}
