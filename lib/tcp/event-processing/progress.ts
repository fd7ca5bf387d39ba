import type { Response } from '../responses'
import type { Segment } from '../segment'
import type { Tcb } from '../tcb'
import type { CheckId } from './checks'

/**
 * A segment on its way through the steps of 3.10.7.4: what has been done so far, and whether a step has said
 * "drop the segment and return".
 */
export type Progress = {
  readonly tcb: Tcb
  readonly segment: Segment
  readonly emits: readonly Segment[]
  readonly responses: readonly Response[]
  readonly applied: readonly CheckId[]
  readonly returned: boolean
}

type Done = {
  readonly tcb?: Tcb
  readonly segment?: Segment
  readonly emits?: readonly Segment[]
  readonly responses?: readonly Response[]
}

/** The step applied `check` and the next step follows. */
export function proceed(at: Progress, check: CheckId, done: Done = {}): Progress {
  return {
    tcb: done.tcb ?? at.tcb,
    segment: done.segment ?? at.segment,
    emits: [...at.emits, ...(done.emits ?? [])],
    responses: [...at.responses, ...(done.responses ?? [])],
    applied: [...at.applied, check],
    returned: false,
  }
}

/** The step applied `check` and processing returns. */
export function finish(at: Progress, check: CheckId, done: Done = {}): Progress {
  return { ...proceed(at, check, done), returned: true }
}
