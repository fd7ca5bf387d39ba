import { run } from '../run'
import { has } from '../segment'
import { noTcb, type Tcb } from '../tcb'
import { type Configuration, type InFlight, otherSide, type Side, sides } from './configuration'
import { type Edit, edited } from './edits'
import { type Exploration, explore } from './explore'
import { machineOf } from './machine'
import { isWaiting } from './models'
import type { Happening, OwnMove, Scene, World } from './world'

/**
 * What TIME-WAIT and its 2 MSL are for, shown by taking the wait away.
 *
 * How the model says "2 MSL": a segment lives at most one MSL, and a peer that waits for an acknowledgment
 * retransmits within one. So with the wait the TIME-WAIT timeout expires only when nothing is in flight any more and
 * the peer waits for no acknowledgment; without it, at any moment.
 */
export type Wait = '2 MSL' | 'none'

export const experiments = ['lost last ACK', 'old duplicate', 'reset in TIME-WAIT'] as const

export type Experiment = (typeof experiments)[number]

const limit = 60_000

/**
 * Runs an experiment: `found` is a shortest run in which something breaks, `none` the proof that nothing does. With an
 * edit it is the edited machine that runs.
 */
export function runExperiment(experiment: Experiment, wait: Wait, edit: Edit | null = null): Exploration {
  const isSought = experiment === 'lost last ACK' ? isResetInLastAck : isOldText
  return explore({ world: worldOfExperiment(experiment, wait, edit), isSought, limit })
}

/**
 * The world of an experiment.
 *
 * - lost last ACK: A closes actively, the channel keeps the order and may lose one segment. Broken: B, in LAST-ACK, is
 *   answered by a reset where it waits for the ACK of its FIN (3.3.2: "to be sure the remote TCP peer received the
 *   acknowledgment").
 * - old duplicate: A sends text, the channel may duplicate it and hold the copy back, A closes actively, and both open the
 *   connection again with numbers that overlap the old ones. Broken: text of the first incarnation is delivered in the
 *   second (3.3.2, 3.4.1). With all other segments in order the wait suffices.
 * - reset in TIME-WAIT: the same, but the channel reorders the other segments too. Then the wait does not suffice: an old
 *   ACK can draw a reset from an end that is CLOSED already, and that reset ends TIME-WAIT early, as 3.10.7.4 has it. That
 *   is the hazard of RFC 1337, whose remedy (ignore RST in TIME-WAIT) RFC 9293 does not adopt.
 */
export function worldOfExperiment(experiment: Experiment, wait: Wait, edit: Edit | null = null): World {
  const machine = edit === null ? machineOf('rfc9293') : edited(edit)
  const isOrdered = experiment !== 'reset in TIME-WAIT'
  if (experiment === 'lost last ACK') {
    const moves = (scene: Scene) => [
      ...closes(scene),
      'channel' as const,
      ...retransmissions(scene),
      ...timeWaitTimeouts(scene, wait),
    ]
    return { ...bounds, machine, start: established(1, 0), moves, isOrdered }
  }
  const moves = (scene: Scene) => [
    ...closes(scene),
    'channel' as const,
    ...timeWaitTimeouts(scene, wait),
    ...reopens(scene),
  ]
  return { ...bounds, machine, start: withText(established(0, 1)), moves, isOrdered }
}

function isResetInLastAck({ segment, before }: Happening): boolean {
  return segment !== null && has(segment.segment, 'RST') && before.tcb.state === 'LAST-ACK'
}

/** Text that was sent in an older incarnation is delivered as new. */
export function isOldText({ segment, before, after }: Happening): boolean {
  if (segment === null || segment.segment.len === 0) return false
  return after.tcb.receiveQueued > before.tcb.receiveQueued && segment.incarnation < before.incarnation
}

/** Text alone is duplicated, and more is never in flight than this; both searches count it. */
const bounds: Pick<World, 'mayDuplicate' | 'inFlight'> = { mayDuplicate: ({ segment }) => segment.len > 0, inFlight: 8 }

/** Both ends ESTABLISHED, as after Figure 6, and numbered alike whenever they open. */
export function established(losses: number, duplicates: number): Configuration {
  const iss = { A: 100, B: 300 }
  const incarnations = { A: 1, B: 1 }
  return { A: endpoint(iss.A, iss.B), B: endpoint(iss.B, iss.A), incarnations, iss, flight: [], losses, duplicates }
}

function endpoint(iss: number, irs: number): Tcb {
  const opened = iss < irs ? 'active' : 'passive'
  return {
    ...noTcb,
    state: 'ESTABLISHED',
    opened,
    remote: true,
    iss,
    irs,
    sndUna: iss + 1,
    sndNxt: iss + 1,
    rcvNxt: irs + 1,
    rcvWnd: 1000,
  }
}

/** A has sent ten octets of text, and they are on their way. */
export function withText(at: Configuration): Configuration {
  const sent = run({ profile: 'rfc9293', iss: 0 }, at.A, { kind: 'call', call: 'SEND', len: 10 })
  const flight = sent.emits.map((segment): InFlight => ({ from: 'A', segment, incarnation: 1, copy: false }))
  return { ...at, A: sent.end, flight }
}

/** A closes from ESTABLISHED when its text is acknowledged, B when it has heard A's FIN. */
function closes({ A, B }: Scene): readonly OwnMove[] {
  const first = A.incarnation === 1 && A.tcb.state === 'ESTABLISHED' && !isWaiting(A)
  const second = B.incarnation === 1 && B.tcb.state === 'CLOSE-WAIT'
  const close = (side: Side): OwnMove => ({ kind: 'call', side, call: { kind: 'call', call: 'CLOSE' } })
  return [...(first ? [close('A')] : []), ...(second ? [close('B')] : [])]
}

/** A retransmission timeout expires once nothing of the sender's is on its way. */
function retransmissions(scene: Scene): readonly OwnMove[] {
  const due = sides.filter((side) => scene.isQuiet && isWaiting(scene[side]))
  return due.map((side) => ({ kind: 'timeout', side, timeout: 'retransmission' }))
}

function timeWaitTimeouts(scene: Scene, wait: Wait): readonly OwnMove[] {
  const waiting = sides.filter((side) => scene[side].tcb.state === 'TIME-WAIT')
  const over = waiting.filter((side) => wait === 'none' || (scene.isQuiet && !isWaiting(scene[otherSide(side)])))
  return over.map((side) => ({ kind: 'timeout', side, timeout: 'time-wait' }))
}

/** B listens again when it is CLOSED, then A opens, once each, numbered as the first time. */
export function reopens({ A, B }: Scene): readonly OwnMove[] {
  if (B.tcb.state === 'CLOSED' && B.incarnation === 1) {
    return [{ kind: 'call', side: 'B', call: { kind: 'call', call: 'OPEN', mode: 'passive', remote: true } }]
  }
  if (A.tcb.state === 'CLOSED' && A.incarnation === 1 && B.incarnation === 2) {
    return [{ kind: 'call', side: 'A', call: { kind: 'call', call: 'OPEN', mode: 'active', remote: true } }]
  }
  return []
}
