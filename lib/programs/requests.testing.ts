import { type ControlBit, formatSegment } from '@/lib/tcp/segment'
import { answerStep, type StepAnswer } from './answer-step'
import { parseInput } from './parse-input'
import type { Problem } from './problem'
import { type SegmentJson, segmentOf } from './segment-schema'
import { stepRequestSchema } from './step-request'

/** A TCB as the figures leave it to be imagined: both windows open, nothing waiting. */
export const established = {
  state: 'ESTABLISHED',
  opened: 'active',
  iss: 99,
  irs: 299,
  sndUna: 100,
  sndNxt: 100,
  rcvNxt: 300,
  rcvWnd: 1000,
} as const

export const closed = {
  state: 'CLOSED',
  opened: null,
  iss: 0,
  irs: 0,
  sndUna: 0,
  sndNxt: 0,
  rcvNxt: 0,
  rcvWnd: 0,
} as const

export const listening = { ...closed, state: 'LISTEN', opened: 'passive', rcvWnd: 1000 } as const

/** Reads a segment in the notation of the figures: `<SEQ=101><ACK=301><DATA=10><CTL=ACK>`. */
export function arrives(notation: string): { segment: SegmentJson } {
  const field = (name: string) => new RegExp(`<${name}=([^>]*)>`).exec(notation)?.[1]
  const ack = field('ACK')
  return {
    segment: {
      seq: Number(field('SEQ')),
      ...(ack !== undefined && { ack: Number(ack) }),
      ctl: (field('CTL') ?? '').split(',').filter((bit) => bit !== '') as ControlBit[],
      len: Number(field('DATA') ?? 0),
    },
  }
}

/** What an answer sends, in the notation of the figures. */
export function sent(answer: StepAnswer): readonly string[] {
  return answer.emits.map((segment) => formatSegment(segmentOf(segment)))
}

/** The answer to a request that must be valid, as a program sees it: through JSON both ways. */
export function answerTo(request: unknown): StepAnswer {
  const asked = parseInput(stepRequestSchema, JSON.parse(JSON.stringify(request)))
  if (asked.kind === 'refused') throw new Error(asked.problem.detail)
  return JSON.parse(JSON.stringify(answerStep(asked.value))) as StepAnswer
}

/** The refusal of a request that must not be valid. */
export function refusalOf(request: unknown): Problem {
  const asked = parseInput(stepRequestSchema, JSON.parse(JSON.stringify(request)))
  if (asked.kind === 'parsed') throw new Error(`Not refused: ${JSON.stringify(request)}`)
  return asked.problem
}
