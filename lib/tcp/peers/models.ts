import { noTcb, type Tcb } from '../tcb'
import { type Configuration, otherSide, type Side, sides } from './configuration'
import { machineOf } from './machine'
import type { Endpoint, OwnMove, Scene, World } from './world'

/**
 * What two endpoints may do and what may befall them, from nothing open to nothing left to happen. Each is a finite world:
 *
 * - client and server: B opens passively, then A actively, once each; each may CLOSE at any time. Every segment
 *   arrives, once, in order.
 * - perfect: either side may OPEN once, either way, and make an active open of a passive one.
 * - loss, reordering, duplicates: perfect, but the channel loses up to two segments, keeps no order, or duplicates one
 *   and holds the copy back.
 * - abort: perfect, and either side may ABORT.
 * - crash: perfect, but each side may lose its TCB without a word, and one of them may open a second time, with a fresh
 *   ISN; neither crashes after that.
 * - crash and duplicates: both.
 */
export const models = [
  'client and server',
  'perfect',
  'loss',
  'reordering',
  'duplicates',
  'abort',
  'crash',
  'crash and duplicates',
] as const

export type Model = (typeof models)[number]

export type Terms = {
  readonly opens: 'client and server' | 'any'
  readonly losses: number
  readonly duplicates: number
  readonly isOrdered: boolean
  readonly mayAbort: boolean
  readonly mayCrash: boolean
}

const perfect: Terms = { opens: 'any', losses: 0, duplicates: 0, isOrdered: true, mayAbort: false, mayCrash: false }

export const termsOf: Readonly<Record<Model, Terms>> = {
  'client and server': { ...perfect, opens: 'client and server' },
  perfect,
  loss: { ...perfect, losses: 2 },
  reordering: { ...perfect, isOrdered: false },
  duplicates: { ...perfect, duplicates: 1 },
  abort: { ...perfect, mayAbort: true },
  crash: { ...perfect, mayCrash: true },
  'crash and duplicates': { ...perfect, mayCrash: true, duplicates: 1 },
}

/** How many configurations each model has, for whoever wants to know how far a search has come; a test counts them. */
export const sizeOf: Readonly<Record<Model, number>> = {
  'client and server': 49,
  perfect: 236,
  loss: 1949,
  reordering: 3385,
  duplicates: 3248,
  abort: 1089,
  crash: 12_203,
  'crash and duplicates': 310_523,
}

/** As many as any of these worlds ever has in flight, so that nothing is left out for it; a test counts. */
const inFlight = 12

/** The world of a model. */
export function worldOf(model: Model): World {
  const terms: Terms = termsOf[model]
  return {
    machine: machineOf('rfc9293'),
    start: { ...nothingOpen, losses: terms.losses, duplicates: terms.duplicates },
    moves: (scene) => ['channel', ...sides.flatMap((side) => movesOf(terms, scene, side))],
    isOrdered: terms.isOrdered,
    issOf: (side, incarnation) => nothingOpen.iss[side] + freshly * (incarnation - 1),
    inFlight,
  }
}

const nothingOpen: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: 0,
  duplicates: 0,
}

/** How far a fresh ISN lies ahead of the last one: beyond every window, so that no old number is a new one. */
const freshly = 1_000_000

function movesOf(terms: Terms, scene: Scene, side: Side): readonly OwnMove[] {
  const { state } = scene[side].tcb
  const isOpen = state !== 'CLOSED'
  return [
    ...opensOf(terms, scene, side),
    ...(canClose(scene[side].tcb) ? [call(side, 'CLOSE')] : []),
    ...(terms.mayAbort && isOpen ? [call(side, 'ABORT')] : []),
    ...(terms.mayCrash && isOpen && !hasReopened(scene) ? [{ kind: 'crash', side } as const] : []),
    ...timeoutsOf(scene, side),
  ]
}

function hasReopened(scene: Scene): boolean {
  return sides.some((side) => scene[side].incarnation > 1)
}

function call(side: Side, name: 'CLOSE' | 'ABORT'): OwnMove {
  return { kind: 'call', side, call: { kind: 'call', call: name } }
}

function open(side: Side, mode: 'passive' | 'active'): OwnMove {
  return { kind: 'call', side, call: { kind: 'call', call: 'OPEN', mode, remote: true } }
}

function opensOf({ opens, mayCrash }: Terms, scene: Scene, side: Side): readonly OwnMove[] {
  const { tcb, incarnation } = scene[side]
  const mayOpen = tcb.state === 'CLOSED' && (incarnation === 0 || (mayCrash && !hasReopened(scene)))
  if (opens === 'client and server') {
    if (!mayOpen) return []
    if (side === 'B') return [open('B', 'passive')]
    return scene.B.tcb.state === 'LISTEN' ? [open('A', 'active')] : []
  }
  if (tcb.state === 'LISTEN') return [open(side, 'active')]
  return mayOpen ? [open(side, 'passive'), open(side, 'active')] : []
}

function canClose({ state }: Tcb): boolean {
  switch (state) {
    case 'LISTEN':
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'CLOSE-WAIT':
      return true
    default:
      return false
  }
}

/**
 * Time, as the model has it. A segment lives at most one MSL and whoever waits for an acknowledgment retransmits within
 * one. So a retransmission timeout expires once nothing is in flight, and a TIME-WAIT timeout once, besides, the peer
 * waits for no acknowledgment of this connection.
 */
function timeoutsOf({ isQuiet, ...ends }: Scene, side: Side): readonly OwnMove[] {
  if (!isQuiet) return []
  const own = ends[side]
  const timeout = (which: 'retransmission' | 'time-wait'): OwnMove => ({ kind: 'timeout', side, timeout: which })
  return [
    ...(isWaiting(own) ? [timeout('retransmission')] : []),
    ...(own.tcb.state === 'TIME-WAIT' && !isWaiting(ends[otherSide(side)]) ? [timeout('time-wait')] : []),
  ]
}

/** Whether it waits for an acknowledgment. */
export function isWaiting({ tcb }: Endpoint): boolean {
  return tcb.sndUna !== tcb.sndNxt
}
