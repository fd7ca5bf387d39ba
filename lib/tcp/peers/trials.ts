import { has } from '../segment'
import { defaultWindow, noTcb } from '../tcb'
import { type Configuration, sides } from './configuration'
import { type Edit, edited } from './edits'
import { established, isOldText, reopens, withText } from './experiments'
import { type Exploration, explore } from './explore'
import { machineOf } from './machine'
import type { Happening, OwnMove, Scene, World } from './world'

/**
 * Rules of the RFC taken away, besides the wait of experiments.ts: each is an edit of the machine or of the world, and what
 * is sought is a run in which something breaks.
 *
 * - third segment: an old SYN and old text of A turn up at B, which listens. Broken: the text is delivered (3.5).
 * - fresh ISN: both ends crash and open again while a copy of old text is on its way. Broken: it is delivered (3.4.1).
 * - FIN counted: A closes, and its FIN may be lost. Broken: A believes it acknowledged, B has not heard it, and nothing is
 *   on its way that could tell (3.4).
 * - RST at RCV.NXT: somebody who sees nothing of the connection guesses a number in the window. Broken: B is reset
 *   (3.5.3, RFC 5961 3).
 */
export const trials = ['third segment', 'fresh ISN', 'FIN counted', 'RST at RCV.NXT'] as const

export type Trial = (typeof trials)[number]

type Setup = Pick<World, 'start' | 'moves'> & {
  readonly edit: Edit | null
  /** How far the ISN of the next connection lies ahead: with the rule, and without. */
  readonly isn: Readonly<Record<'kept' | 'broken', number>>
  readonly isSought?: (happening: Happening) => boolean
  readonly isSoughtAt?: (scene: Scene) => boolean
}

/** Beyond the window, so that no number of the last connection is one of the next. */
const fresh = 1_000_000

const setups: Readonly<Record<Trial, Setup>> = {
  'third segment': {
    edit: { kind: 'no third segment' },
    isn: { kept: 0, broken: 0 },
    start: withOldSegments(),
    moves: () => ['channel'],
    isSought: isOldText,
  },
  'fresh ISN': {
    edit: null,
    isn: { kept: fresh, broken: 0 },
    start: withText(established(0, 1)),
    moves: (scene) => [...crashes(scene), 'channel', ...reopens(scene)],
    isSought: isOldText,
  },
  'FIN counted': {
    edit: { kind: 'FIN not counted' },
    isn: { kept: 0, broken: 0 },
    start: withText(established(1, 0)),
    moves: ({ A }) => [
      ...(A.tcb.state === 'ESTABLISHED'
        ? [{ kind: 'call', side: 'A', call: { kind: 'call', call: 'CLOSE' } } as const]
        : []),
      'channel',
    ],
    isSoughtAt: ({ A, B, isQuiet }) => isQuiet && A.tcb.state === 'FIN-WAIT-2' && B.tcb.state === 'ESTABLISHED',
  },
  'RST at RCV.NXT': {
    edit: { kind: 'RST anywhere in the window' },
    isn: { kept: 0, broken: 0 },
    start: withForgedReset(),
    moves: () => ['channel'],
    isSought: ({ segment, after }) => segment !== null && has(segment.segment, 'RST') && after.tcb.state === 'CLOSED',
  },
}

/** The world of a trial, with the rule in place or without it. */
export function worldOfTrial(trial: Trial, rule: 'kept' | 'broken'): World {
  const { start, moves, edit, isn } = setups[trial]
  return {
    machine: rule === 'broken' && edit !== null ? edited(edit) : machineOf('rfc9293'),
    start,
    moves,
    isOrdered: true,
    mayDuplicate: ({ segment }) => segment.len > 0,
    issOf: (side, incarnation) => start.iss[side] + isn[rule] * (incarnation - 1),
    inFlight: 8,
  }
}

/** Runs a trial: `found` is a shortest run in which something breaks, `none` the proof that nothing does. */
export function runTrial(trial: Trial, rule: 'kept' | 'broken'): Exploration {
  const { isSought, isSoughtAt } = setups[trial]
  return explore({ world: worldOfTrial(trial, rule), isSought, isSoughtAt, limit: 60_000 })
}

function crashes(scene: Scene): readonly OwnMove[] {
  const up = sides.filter((side) => scene[side].incarnation === 1 && scene[side].tcb.state !== 'CLOSED')
  return up.map((side) => ({ kind: 'crash', side }))
}

/** B listens, and will number its connection a thousand on from the last one, within the window; A knows of nothing. */
function withOldSegments(): Configuration {
  const old = { from: 'A', incarnation: 0, copy: true } as const
  return {
    ...established(0, 0),
    A: noTcb,
    B: { ...noTcb, state: 'LISTEN', opened: 'passive', rcvWnd: defaultWindow },
    iss: { A: 1100, B: 1300 },
    flight: [
      { ...old, segment: { seq: 100, ack: null, ctl: ['SYN'], len: 0 } },
      { ...old, segment: { seq: 101, ack: 301, ctl: ['ACK'], len: 10 } },
    ],
  }
}

/** Both are ESTABLISHED, and a reset that A has never sent arrives, five hundred beyond RCV.NXT. */
function withForgedReset(): Configuration {
  const at = established(0, 0)
  const segment = { seq: at.B.rcvNxt + 500, ack: null, ctl: ['RST'], len: 0 } as const
  return { ...at, flight: [{ from: 'A', segment, incarnation: 0, copy: true }] }
}
