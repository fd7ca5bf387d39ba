import { answerStep, type StepAnswer } from './answer-step'
import { parseInput } from './parse-input'
import type { Problem } from './problem'
import { stepRequestSchema } from './step-request'

/** Figure 5 note 2: the peer's FIN arrives in FIN-WAIT-1 and acknowledges ours. */
export const exampleRequest = {
  tcb: {
    state: 'FIN-WAIT-1',
    opened: 'active',
    iss: 99,
    irs: 299,
    sndUna: 100,
    sndNxt: 101,
    rcvNxt: 300,
    rcvWnd: 65_535,
  },
  event: { segment: { seq: 300, ack: 101, ctl: ['FIN', 'ACK'] } },
}

/** The same with two faults: SND.NXT lies behind SND.UNA, and the ACK bit is set without its number. */
export const faultyRequest = {
  tcb: { ...exampleRequest.tcb, sndUna: 102 },
  event: { segment: { seq: 300, ctl: ['FIN', 'ACK'] } },
}

/** What a request is answered: run, never written down. */
export function answerOf(request: unknown): StepAnswer | Problem {
  const asked = parseInput(stepRequestSchema, request)
  return asked.kind === 'parsed' ? answerStep(asked.value) : asked.problem
}
