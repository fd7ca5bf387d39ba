import type { Side } from '../../tcp/peers/configuration'
import { parseScenario } from '../scenario-link'
import type { Scenario } from '../wish'

/** What is asked before a wish is granted: the state of a side after it, what that side waits for then, or what it sends. */
const askedKinds = ['state', 'waits', 'sends'] as const

export type AskedKind = (typeof askedKinds)[number]

/** A place at which a lesson stops: before the wish of this place, from 0, it asks what that wish will do. */
export type Stop = { readonly before: number; readonly kind: AskedKind; readonly side: Side }

export type Lesson = {
  readonly scenario: Scenario
  /** At places that grow, so that each wish is asked for once at most. */
  readonly stops: readonly Stop[]
}

/** What each lesson plays, in the letters of scenario-link.ts, and where it stops: place, side, kind. */
const texts = {
  open: { plays: '1cr.Bp.Aa.d1.d2.d3', stops: '1A-state 2B-sends 3A-state 4B-state' },
  close: { plays: '1er.Ac.d1.d2.Bc.d3.d4.Aw', stops: '0A-state 1B-state 2A-state 3B-sends 4A-state 5B-state' },
  waits: {
    plays: '1er.Ac.d1.d2.Bs.d3.d4.Bc.d5.d6.Aw',
    stops: '1B-waits 2A-waits 3B-state 4A-sends 6B-waits 7A-waits 8B-state',
  },
  simultaneous: {
    plays: '1cr.Aa.Ba.d2.d1.d4.d3.Ac.Bc.d6.d5.d8.d7.Aw.Bw',
    stops: '2A-state 3B-sends 4A-state 8A-state 9B-sends 10A-state 11B-state',
  },
  abort: { plays: '1er.As.d1.d2.Bx.d3', stops: '1B-sends 3B-sends 4A-state' },
  '2msl': {
    plays: '1er.Ac.d1.d2.Bc.d3.l4.Bt.d5.d6.Aw',
    stops: '4A-state 5B-waits 6B-sends 7A-sends 8B-state 9A-state',
  },
} as const satisfies Record<string, { readonly plays: string; readonly stops: string }>

export type LessonName = keyof typeof texts

/** In the order in which they are learnt. */
export const lessonNames = [
  'open',
  'close',
  'waits',
  'simultaneous',
  'abort',
  '2msl',
] as const satisfies readonly LessonName[]

/** The lesson of this name. */
export function selectLesson(name: LessonName): Lesson {
  const { plays, stops } = texts[name]
  const scenario = parseScenario(plays)
  if (scenario === undefined) throw new Error(`Cannot read the lesson "${name}"`)
  return { scenario, stops: stops.split(' ').map(readStop) }
}

function readStop(text: string): Stop {
  const [, place, side, word] = /^(\d+)([AB])-(\w+)$/.exec(text) ?? []
  const kind = askedKinds.find((one) => one === word)
  if (kind === undefined) throw new Error(`Cannot read the stop "${text}"`)
  return { before: Number(place), kind, side: side === 'A' ? 'A' : 'B' }
}
