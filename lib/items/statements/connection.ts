import { canon, isBareAck, type Machine, machineOf } from '../../misconceptions/machine'
import type { Timeout } from '../../tcp/events'
import { type Configuration, type InFlight, otherSide, type Side, sides } from '../../tcp/peers/configuration'
import { type Experiment, runExperiment, type Wait } from '../../tcp/peers/experiments'
import { everyStep, explore } from '../../tcp/peers/explore'
import { machineOf as machineOfProfile, type Machine as PeerMachine } from '../../tcp/peers/machine'
import { isWaiting } from '../../tcp/peers/models'
import { makeMove, type PeerMove, type Step } from '../../tcp/peers/move'
import type { OwnMove, Scene } from '../../tcp/peers/world'
import { noTcb } from '../../tcp/tcb'
import { activeOpen, type Call, calls, passiveOpen, sends } from './endpoint'

/**
 * Two endpoints and the channel between them: scripts that are played move by move, and a search through all closes.
 * A counts from 100, B from 300, as in Figure 6. The channel keeps the order and may lose one segment.
 */
const apart: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: 1,
  duplicates: 0,
}

/** One line of a script: the move to make next. */
type Act = (at: Configuration) => PeerMove

export function user(side: Side, call: Call): Act {
  return () => ({ kind: 'call', side, call })
}

export function timeout(side: Side, which: Timeout): Act {
  return () => ({ kind: 'timeout', side, timeout: which })
}

/** The oldest segment on its way from this side arrives. */
export function arrivesFrom(side: Side): Act {
  return (at) => ({ kind: 'deliver', segment: selectOldest(at, side) })
}

/** The oldest segment on its way from this side is lost. */
export function isLostFrom(side: Side): Act {
  return (at) => ({ kind: 'lose', segment: selectOldest(at, side) })
}

function findOldest(at: Configuration, side: Side): InFlight | undefined {
  return at.flight.find((segment) => segment.from === side)
}

function selectOldest(at: Configuration, side: Side): InFlight {
  const oldest = findOldest(at, side)
  if (oldest === undefined) throw new Error(`Nothing on its way from ${side}`)
  return oldest
}

/** Scripts of two peers who both run the same machine, and where they lead. */
export type Connection = {
  /** The steps of a script, in order. */
  readonly steps: (start: Configuration, script: readonly Act[]) => readonly Step[]
  /** Where a script leads. */
  readonly play: (start: Configuration, script: readonly Act[]) => Configuration
  /** Figure 6, lines 1 to 3: A has opened to the listening B, and its ACK is on the way. */
  readonly opening: () => Configuration
  /** Figure 6: both are ESTABLISHED. */
  readonly established: () => Configuration
  /** B has lost its connection; A knows nothing of it (3.5.1). */
  readonly halfOpen: () => Configuration
  /** Lines 2 and 3 of Figure 12: `first` has closed and its FIN is acknowledged. */
  readonly halfClosedBy: (first: Side) => Configuration
  /** Lines 2 to 4 of Figure 12: `first` has closed, then the other; the last ACK is on the way. */
  readonly closedBy: (first: Side) => Configuration
  /** Figure 13 after its second line: both have closed, both FINs have arrived. */
  readonly crossed: () => Configuration
}

/**
 * The scripts as a machine has them. What has come about before a script begins is the canon's, as is how numbers are counted:
 * a statement says where it begins, and both ends count alike.
 */
export function connectionBy(machine: Machine): Connection {
  const { lengths: _, ...mutant } = machine.mutant
  const { run } = machine === canon ? canon : machineOf(mutant)
  const peer: PeerMachine = (iss, tcb, event) => run({ profile: 'rfc9293', iss }, tcb, event)
  const steps: Connection['steps'] = (start, script) => {
    const made: Step[] = []
    for (const act of script) {
      const at = made.at(-1)?.after ?? start
      made.push(withPeerAtOnce(machine, makeMove(peer, at, act(at))))
    }
    return made
  }
  const play: Connection['play'] = (start, script) => steps(start, script).at(-1)?.after ?? start
  const opening = once(() =>
    play(apart, [user('B', passiveOpen), user('A', activeOpen), arrivesFrom('A'), arrivesFrom('B')]),
  )
  const established = once(() =>
    machine === canon ? play(opening(), [arrivesFrom('A')]) : connectionBy(canon).established(),
  )
  const halfClosedBy = (first: Side) =>
    play(established(), [user(first, calls('CLOSE')), arrivesFrom(first), arrivesFrom(otherSide(first))])
  return {
    steps,
    play,
    opening,
    established,
    halfOpen: once(() => ({ ...established(), B: noTcb })),
    halfClosedBy,
    closedBy: (first) => {
      const second = otherSide(first)
      return play(halfClosedBy(first), [user(second, calls('CLOSE')), arrivesFrom(second)])
    },
    crossed: once(() =>
      play(established(), [user('A', calls('CLOSE')), user('B', calls('CLOSE')), arrivesFrom('A'), arrivesFrom('B')]),
    ),
  }
}

/** Where a belief does not wait for a segment to arrive, its sending changes the peer as well. */
function withPeerAtOnce({ mutant: { atOnce } }: Machine, step: Step): Step {
  const { run } = step
  if (atOnce === undefined || run === null || !run.emits.some(isBareAck)) return step
  const peer = sides.find((side) => step.after[side] !== run.end && step.after[side].state === atOnce.from)
  if (peer === undefined) return step
  return { ...step, after: { ...step.after, [peer]: { ...step.after[peer], state: atOnce.to } } }
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * Every step of every close by FINs, by the canon (nobody runs through them all in their head): either side may close at any
 * moment, B may send text once before it does. A carries no text, which loses nothing, since either side may come to TIME-WAIT
 * with the text of the other or its own.
 */
export const closes = once((): readonly Step[] => {
  const moves = (scene: Scene) => ['channel' as const, ...sides.flatMap((side) => movesOfCloses(scene, side))]
  const world = {
    machine: machineOfProfile('rfc9293'),
    start: connectionBy(canon).established(),
    moves,
    isOrdered: true,
    inFlight: 8,
  }
  const { kind, space } = explore({ world, limit: 5000 })
  if (kind !== 'none' || space.crowded() > 0) throw new Error('Too many closes')
  return everyStep(space)
})

/** Both ends as the steps of `closes` leave them with which one end enters TIME-WAIT. */
export const entriesToTimeWait = once(() =>
  closes().flatMap(({ before, after }) =>
    sides
      .filter((side) => before[side].state !== 'TIME-WAIT' && after[side].state === 'TIME-WAIT')
      .map((side) => ({ own: after[side], peer: after[otherSide(side)] })),
  ),
)

function movesOfCloses(scene: Scene, side: Side): readonly OwnMove[] {
  return [...callsOf(scene, side), ...timeoutsOf(scene, side)]
}

function callsOf(scene: Scene, side: Side): readonly OwnMove[] {
  const { state, sndNxt, iss } = scene[side].tcb
  if (state !== 'ESTABLISHED' && state !== 'CLOSE-WAIT') return []
  const isFirstText = side === 'B' && sndNxt === iss + 1
  const close = { kind: 'call', side, call: calls('CLOSE') } as const
  return [close, ...(isFirstText ? [{ kind: 'call', side, call: sends(10) } as const] : [])]
}

/**
 * As in peers/experiments.ts, a peer retransmits within one MSL and a segment lives no longer. What was lost is sent
 * again before what has arrived, lest the search go on for ever.
 */
function timeoutsOf({ isQuiet, ...at }: Scene, side: Side): readonly OwnMove[] {
  if (!isQuiet) return []
  const isMissing = (one: Side) => isWaiting(at[one]) && at[otherSide(one)].tcb.rcvNxt !== at[one].tcb.sndNxt
  const isDue = isWaiting(at[side]) && (isMissing(side) || !isMissing(otherSide(side)))
  const isOver = at[side].tcb.state === 'TIME-WAIT' && !isWaiting(at[otherSide(side)])
  return [
    ...(isDue ? [{ kind: 'timeout', side, timeout: 'retransmission' } as const] : []),
    ...(isOver ? [{ kind: 'timeout', side, timeout: 'time-wait' } as const] : []),
  ]
}

const results = new Map<string, boolean>()

/** Whether something breaks in an experiment of peers/experiments.ts. */
export function breaks(experiment: Experiment, wait: Wait): boolean {
  const key = `${experiment}, ${wait}`
  const known = results.get(key)
  if (known !== undefined) return known
  const { kind } = runExperiment(experiment, wait)
  if (kind === 'undecided') throw new Error(`Undecided: ${key}`)
  results.set(key, kind === 'found')
  return kind === 'found'
}
