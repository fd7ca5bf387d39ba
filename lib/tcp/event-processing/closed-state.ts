import { resetFor } from '../emissions'
import { has, type Segment } from '../segment'
import type { Tcb } from '../tcb'
import { type Outcome, outcome } from './outcome'

/** 3.10.7.1 CLOSED STATE: everything but a reset is answered by a reset. */
export function closedState(tcb: Tcb, segment: Segment): Outcome {
  if (has(segment, 'RST')) return outcome(tcb, ['closed.rst-discarded'])
  return outcome(tcb, ['closed.reset'], { emits: [resetFor(segment)] })
}
