import { ackSegment } from '../emissions'
import type { Profile } from '../profiles'
import { controlBits, formatSegment, has, type Segment } from '../segment'
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
 * (SHLD-31), once each, whatever URG and PSH say. One without ACK would be dropped in the fifth step whenever it came; it is left to that.
 */
function hold(at: Progress): Progress {
  const { tcb, segment } = at
  if (!isBefore(tcb.rcvNxt, segment.seq) || segment.ack === null || has(segment, 'RST')) return at
  const held = tcb.held.some((other) => isSame(other, segment))
    ? tcb.held.map((other) => (isSame(other, segment) ? withBitsOf(other, segment) : other))
    : [...tcb.held, segment]
  return finish(at, 'sequence.held', { tcb: { ...tcb, held }, emits: [ackSegment(tcb)] })
}

/** Whether two segments are the same but for URG and PSH, which change nothing that is held. */
function isSame(one: Segment, other: Segment): boolean {
  return formatSegment(bare(one)) === formatSegment(bare(other))
}

const bare = (segment: Segment): Segment => ({
  ...segment,
  ctl: segment.ctl.filter((bit) => bit !== 'URG' && bit !== 'PSH'),
})

/** A held segment with what came with the same one again: an URG is still told. */
function withBitsOf(held: Segment, again: Segment): Segment {
  return { ...held, ctl: controlBits.filter((bit) => has(held, bit) || has(again, bit)) }
}
