import { otherSide, sides } from '../tcp/peers/configuration'
import type { Experiment, Wait } from '../tcp/peers/experiments'
import { segLen } from '../tcp/segment'
import { isBefore } from '../tcp/sequence'
import { isFinSent } from '../tcp/tcb'
import type { Bench } from './statements/bench'
import { arrivesFrom, breaks, closes, entriesToTimeWait, isLostFrom, timeout, user } from './statements/connection'
import {
  activeOpen,
  arrives,
  calls,
  expires,
  passiveOpen,
  passiveOpenToRemote,
  reach,
  sends,
  sent,
  told,
} from './statements/endpoint'
import type { Topic } from './topics'

/**
 * How the truth of a statement is found: by an experiment on the machine wherever one can decide it, else by what the
 * RFC says at the place cited.
 */
export type Check =
  | {
      readonly kind: 'experiment'
      readonly holds: (bench: Bench) => boolean
      readonly cite: string
      /** The experiment of two peers that decides it, where one does; people see its run on the page of experiments. */
      readonly rests?: Experiment
    }
  | { readonly kind: 'citation'; readonly holds: boolean; readonly cite: string }

/** A sentence that is true or false. Its words, and why it is so, stand in messages under its id. */
export type Statement = { readonly id: string; readonly topic: Topic; readonly check: Check }

/** `holds` does what the statement says on the bench of a machine and returns whether it comes out as the statement says. */
function experiment(cite: string, holds: (bench: Bench) => boolean): Check {
  return { kind: 'experiment', holds, cite }
}

/** Something breaks in an experiment of two peers. */
function breaking(cite: string, rests: Experiment, wait: Wait): Check {
  return { kind: 'experiment', holds: () => breaks(rests, wait), cite, rests }
}

function trueBy(cite: string): Check {
  return { kind: 'citation', holds: true, cite }
}

function falseBy(cite: string): Check {
  return { kind: 'citation', holds: false, cite }
}

export const statements: readonly Statement[] = [
  // Opening
  {
    id: 'listen-answers-syn',
    topic: 'open',
    check: experiment('3.10.7.2 third', ({ live }) => {
      const done = live('LISTEN', [arrives(['SYN'])])
      return done.end.state === 'SYN-RECEIVED' && sent(done).includes('SYN,ACK')
    }),
  },
  {
    id: 'opener-established-first',
    topic: 'open',
    check: experiment(
      '3.5, Figure 6',
      ({ opening }) => opening().A.state === 'ESTABLISHED' && opening().B.state !== 'ESTABLISHED',
    ),
  },
  {
    id: 'lost-third-segment',
    topic: 'open',
    check: experiment('3.10.7.4 fifth', ({ play, opening }) => {
      const end = play(opening(), [isLostFrom('A'), user('A', sends(10)), arrivesFrom('A')])
      return end.B.state === 'ESTABLISHED'
    }),
  },
  {
    id: 'listen-send',
    topic: 'open',
    check: experiment('3.10.2', ({ live }) => {
      const done = live('CLOSED', [passiveOpenToRemote, sends(10)])
      return done.end.state === 'SYN-SENT' && sent(done).includes('SYN')
    }),
  },
  {
    id: 'text-on-syn',
    topic: 'open',
    check: experiment('3.5, 3.10.7.3 fourth', ({ live }) => {
      const { end } = live('SYN-SENT', [arrives(['SYN', 'ACK'], { len: 10 })])
      return end.state === 'ESTABLISHED' && end.receiveQueued === 10
    }),
  },
  { id: 'handshake-purpose', topic: 'open', check: trueBy('3.5') },
  {
    id: 'syn-ack-to-syn-received',
    topic: 'open',
    check: experiment(
      '3.10.7.3 fourth',
      ({ live }) => live('SYN-SENT', [arrives(['SYN', 'ACK'])]).end.state === 'SYN-RECEIVED',
    ),
  },
  {
    id: 'both-established-on-sending',
    topic: 'open',
    check: experiment(
      '3.5, Figure 6',
      ({ opening }) => opening().A.state === 'ESTABLISHED' && opening().B.state === 'ESTABLISHED',
    ),
  },
  {
    id: 'bare-ack-of-syn',
    topic: 'open',
    check: experiment('3.10.7.3 fifth', ({ live }) => live('SYN-SENT', [arrives(['ACK'])]).end.state === 'ESTABLISHED'),
  },
  {
    id: 'syn-where-nothing-is-open',
    topic: 'open',
    check: experiment('3.10.7.1, 3.5.2', ({ live }) => sent(live('CLOSED', [arrives(['SYN'])])).length === 0),
  },
  {
    id: 'close-in-syn-sent',
    topic: 'open',
    check: experiment('3.10.4', ({ live }) => {
      const done = live('SYN-SENT', [calls('CLOSE')])
      return done.end.state === 'FIN-WAIT-1' && sent(done).includes('FIN,ACK')
    }),
  },
  {
    id: 'listener-and-syn-sent',
    topic: 'open',
    check: experiment(
      '3.10.1, 3.10.2',
      ({ rules }) => !rules.some(({ from, to }) => from === 'LISTEN' && to === 'SYN-SENT'),
    ),
  },

  // Established
  {
    id: 'ack-of-unsent',
    topic: 'established',
    check: experiment('3.10.7.4 fifth', ({ live }) => {
      const done = live('ESTABLISHED', [arrives(['ACK'], { ack: 10, len: 5 })])
      return done.end.receiveQueued === 0 && sent(done).join() === 'ACK'
    }),
  },
  {
    id: 'text-again',
    topic: 'established',
    check: experiment('3.10.7.4 first', ({ live }) => {
      const done = live('ESTABLISHED', [arrives(['ACK'], { len: 10 }), arrives(['ACK'], { seq: -10, len: 10 })])
      return done.end.receiveQueued === 10 && sent(done).join() === 'ACK'
    }),
  },
  {
    id: 'half-open-is-reset',
    topic: 'established',
    check: experiment('3.5.1, Figure 10', ({ play, halfOpen }) => {
      const end = play(halfOpen(), [user('A', sends(10)), arrivesFrom('A'), arrivesFrom('B')])
      return end.A.state === 'CLOSED'
    }),
  },
  {
    id: 'segment-without-ack',
    topic: 'established',
    check: experiment('3.10.7.4 fifth', ({ live }) => {
      const { end } = live('ESTABLISHED', [arrives([], { len: 10 })])
      return end.receiveQueued === 0 && end.rcvNxt === reach('ESTABLISHED').rcvNxt
    }),
  },
  { id: 'half-open-and-half-closed', topic: 'established', check: trueBy('3.5.1, 3.6.1') },
  {
    id: 'one-ack-for-two',
    topic: 'established',
    check: experiment('3.4', ({ live }) => {
      const { end } = live('ESTABLISHED', [sends(10), sends(10), arrives(['ACK'])])
      return end.sndUna === reach('ESTABLISHED').sndUna + 20
    }),
  },
  { id: 'half-open-is-syn-received', topic: 'established', check: falseBy('3.5.1') },
  { id: 'keep-alive-by-default', topic: 'established', check: falseBy('3.8.4, MUST-25') },
  { id: 'one-probe-decides', topic: 'established', check: falseBy('3.8.4, MUST-29') },
  {
    id: 'ack-waits-for-receive',
    topic: 'established',
    check: experiment(
      '3.10.7.4 seventh',
      ({ live }) => !sent(live('ESTABLISHED', [arrives(['ACK'], { len: 10 })])).includes('ACK'),
    ),
  },
  {
    id: 'fin-to-last-ack',
    topic: 'established',
    check: experiment(
      '3.10.7.4 eighth',
      ({ live }) => live('ESTABLISHED', [arrives(['FIN', 'ACK'])]).end.state === 'LAST-ACK',
    ),
  },
  {
    id: 'silence-ends-established',
    topic: 'established',
    check: experiment('3.10.8', ({ live }) => live('ESTABLISHED', [expires('time-wait')]).end.state !== 'ESTABLISHED'),
  },

  // Closing actively
  {
    id: 'text-after-close',
    topic: 'active close',
    check: experiment(
      '3.6, 3.10.7.4 seventh',
      ({ live }) => live('FIN-WAIT-2', [arrives(['ACK'], { len: 10 })]).end.receiveQueued === 10,
    ),
  },
  {
    id: 'fin-wait-1-two-ways',
    topic: 'active close',
    check: experiment('3.3.2, 3.10.7.4 fifth, 3.10.7.4 eighth', ({ live }) => {
      const byAck = live('FIN-WAIT-1', [arrives(['ACK'])])
      const byFin = live('FIN-WAIT-1', [arrives(['FIN', 'ACK'], { ack: -1 })])
      return byAck.end.state !== 'FIN-WAIT-1' && byFin.end.state !== 'FIN-WAIT-1'
    }),
  },
  {
    id: 'send-after-close',
    topic: 'active close',
    check: experiment('3.10.2', ({ live }) => told(live('FIN-WAIT-1', [sends(10)]), 'error: connection closing')),
  },
  {
    id: 'text-before-fin-sent-again',
    topic: 'active close',
    check: experiment('3.6, 3.10.8', ({ live }) => {
      const done = live('ESTABLISHED', [sends(10), calls('CLOSE'), expires('retransmission')])
      return done.end.state === 'FIN-WAIT-1' && done.emits.some((segment) => segment.len === 10)
    }),
  },
  {
    id: 'listener-closes-first',
    topic: 'active close',
    check: experiment('3.6', ({ live }) => {
      const { end } = live('LISTEN', [arrives(['SYN']), arrives(['ACK']), calls('CLOSE')])
      return end.opened === 'passive' && end.state === 'FIN-WAIT-1'
    }),
  },
  {
    id: 'three-segment-close',
    topic: 'active close',
    check: experiment('3.10.7.4 eighth, Figure 5 note 2', ({ play, established }) => {
      // The bare ACK that B's FIN,ACK makes superfluous is taken away.
      const byB = [user('B', calls('CLOSE')), isLostFrom('B'), arrivesFrom('B')]
      const end = play(established(), [user('A', calls('CLOSE')), arrivesFrom('A'), ...byB, arrivesFrom('A')])
      return end.A.state === 'TIME-WAIT' && end.B.state === 'CLOSED'
    }),
  },
  {
    id: 'ack-of-text-to-fin-wait-2',
    topic: 'active close',
    check: experiment('3.10.7.4 fifth', ({ live }) => {
      const { end } = live('ESTABLISHED', [sends(10), calls('CLOSE'), arrives(['ACK'], { ack: -1 })])
      return end.state === 'FIN-WAIT-2'
    }),
  },
  {
    id: 'send-in-fin-wait-2',
    topic: 'active close',
    check: experiment('3.10.2', ({ live }) => !told(live('FIN-WAIT-2', [sends(10)]), 'error: connection closing')),
  },
  {
    id: 'fin-wait-2-expires',
    topic: 'active close',
    check: experiment('3.10.8, 3.3.2', ({ live }) => live('FIN-WAIT-2', [expires('time-wait')]).end.state === 'CLOSED'),
  },
  {
    id: 'fin-with-ack-to-closing',
    topic: 'active close',
    check: experiment(
      '3.10.7.4 fifth, 3.10.7.4 eighth, Figure 5 note 2',
      ({ live }) => live('FIN-WAIT-1', [arrives(['FIN', 'ACK'])]).end.state === 'CLOSING',
    ),
  },
  {
    id: 'both-in-fin-wait-2',
    topic: 'active close',
    check: experiment('3.10.7.4 fifth, 3.10.7.4 eighth', () => bothCanBeIn('FIN-WAIT-2')),
  },
  {
    id: 'fin-wait-2-waits-for-ack',
    topic: 'active close',
    check: experiment('3.3.2, 3.10.7.4 fifth', () => isFinAwaitingAck('FIN-WAIT-2')),
  },

  // Closing passively
  {
    id: 'send-in-close-wait',
    topic: 'passive close',
    check: experiment('3.10.2', ({ live }) =>
      live('CLOSE-WAIT', [sends(10)]).emits.some((segment) => segment.len === 10),
    ),
  },
  {
    id: 'fin-waits-for-user',
    topic: 'passive close',
    check: experiment('3.6', ({ live }) => {
      const byFin = live('ESTABLISHED', [arrives(['FIN', 'ACK'])])
      const byUser = live(byFin.end, [calls('CLOSE')])
      return sent(byFin).join() === 'ACK' && sent(byUser).join() === 'FIN,ACK'
    }),
  },
  {
    id: 'half-closed-text',
    topic: 'passive close',
    check: experiment('3.6.1', ({ play, halfClosedBy }) => {
      const halfClosed = halfClosedBy('A')
      const end = play(halfClosed, [user('B', sends(10)), arrivesFrom('B')])
      const isBetween = halfClosed.A.state === 'FIN-WAIT-2' && halfClosed.B.state === 'CLOSE-WAIT'
      return isBetween && end.A.receiveQueued === 10
    }),
  },
  {
    id: 'receive-on-hand',
    topic: 'passive close',
    check: experiment('3.10.3', ({ live }) => {
      const { end } = live('ESTABLISHED', [arrives(['ACK'], { len: 10 }), arrives(['FIN', 'ACK'])])
      const received = live(end, [calls('RECEIVE')])
      return end.receiveQueued === 10 && received.end.receiveQueued === 0 && received.responses.length === 0
    }),
  },
  {
    id: 'user-hears-of-fin',
    topic: 'passive close',
    check: experiment('3.6, 3.10.7.4 eighth', ({ live }) => {
      const before = reach('ESTABLISHED')
      return before.receivesPending === 0 && told(live(before, [arrives(['FIN', 'ACK'])]), 'connection closing')
    }),
  },
  {
    id: 'last-ack-waits-for-ack',
    topic: 'passive close',
    check: experiment('3.3.2, 3.10.7.4 fifth', ({ live }) => {
      const isFinReceived = reach('LAST-ACK').rcvNxt === live('ESTABLISHED', [arrives(['FIN', 'ACK'])]).end.rcvNxt
      return (
        isFinReceived && isFinAwaitingAck('LAST-ACK') && live('LAST-ACK', [arrives(['ACK'])]).end.state === 'CLOSED'
      )
    }),
  },
  {
    id: 'close-wait-both-directions',
    topic: 'passive close',
    check: experiment('3.6.1, 3.10.2', ({ live }) =>
      told(live('CLOSE-WAIT', [sends(10)]), 'error: connection closing'),
    ),
  },
  {
    id: 'own-fin-at-once',
    topic: 'passive close',
    check: experiment('3.6', ({ live }) => {
      const done = live('ESTABLISHED', [sends(10), arrives(['FIN', 'ACK'])])
      return sent(done).some((ctl) => ctl.includes('FIN'))
    }),
  },
  {
    id: 'close-wait-expires',
    topic: 'passive close',
    check: experiment(
      '3.10.8, 3.3.2',
      ({ live }) => live('CLOSE-WAIT', [expires('time-wait')]).end.state !== 'CLOSE-WAIT',
    ),
  },
  {
    id: 'close-wait-waits-for-peer',
    topic: 'passive close',
    check: experiment('3.3.2, 3.10.4', ({ rules }) =>
      rules.some(({ from, on, to }) => from === 'CLOSE-WAIT' && to === 'LAST-ACK' && on.startsWith('rcv')),
    ),
  },
  {
    id: 'receive-waits-in-close-wait',
    topic: 'passive close',
    check: experiment('3.10.3', ({ live }) => live('CLOSE-WAIT', [calls('RECEIVE')]).end.receivesPending === 1),
  },
  {
    id: 'both-in-close-wait',
    topic: 'passive close',
    check: experiment('3.10.4, 3.10.7.4 eighth', () => bothCanBeIn('CLOSE-WAIT')),
  },

  // Both at once
  {
    id: 'crossed-syn',
    topic: 'simultaneous',
    check: experiment(
      '3.10.7.3 fourth, MUST-10',
      ({ live }) => live('SYN-SENT', [arrives(['SYN'])]).end.state === 'SYN-RECEIVED',
    ),
  },
  { id: 'simultaneous-open-is-required', topic: 'simultaneous', check: trueBy('3.5, MUST-10') },
  {
    id: 'fin-before-ack-to-closing',
    topic: 'simultaneous',
    check: experiment(
      '3.10.7.4 eighth',
      ({ live }) => live('FIN-WAIT-1', [arrives(['FIN', 'ACK'], { ack: -1 })]).end.state === 'CLOSING',
    ),
  },
  {
    id: 'closing-beside-fin-wait-1',
    topic: 'simultaneous',
    check: experiment('3.10.7.4 eighth', () =>
      closes().some(({ after: { A, B } }) => A.state === 'CLOSING' && B.state === 'FIN-WAIT-1'),
    ),
  },
  {
    id: 'both-through-closing',
    topic: 'simultaneous',
    check: experiment('3.6, Figure 13', ({ play, crossed }) => {
      const end = play(crossed(), [arrivesFrom('A'), arrivesFrom('B')])
      return sides.every((side) => crossed()[side].state === 'CLOSING' && end[side].state === 'TIME-WAIT')
    }),
  },
  { id: 'two-connections', topic: 'simultaneous', check: falseBy('3.4.1, 3.5, Figure 7') },
  {
    id: 'crossed-syn-bare-ack',
    topic: 'simultaneous',
    check: experiment('3.10.7.3 fourth', ({ live }) => sent(live('SYN-SENT', [arrives(['SYN'])])).join() === 'ACK'),
  },
  {
    id: 'closing-waits-for-fin',
    topic: 'simultaneous',
    check: experiment('3.3.2, 3.10.7.4 eighth', () => !isFinAwaitingAck('CLOSING')),
  },
  {
    id: 'simultaneous-close-last-ack',
    topic: 'simultaneous',
    check: experiment('3.6, Figure 13', ({ steps, crossed }) =>
      steps(crossed(), [arrivesFrom('A'), arrivesFrom('B')]).some(({ after: at }) =>
        sides.some((side) => at[side].state === 'LAST-ACK'),
      ),
    ),
  },
  {
    id: 'one-waits-when-fins-cross',
    topic: 'simultaneous',
    check: experiment('3.6, Figure 13, 3.10.7.4 fifth', ({ play, crossed }) => {
      const end = play(crossed(), [arrivesFrom('A'), arrivesFrom('B')])
      return sides.filter((side) => end[side].state === 'TIME-WAIT').length === 1
    }),
  },
  {
    id: 'crossed-fins-need-no-ack',
    topic: 'simultaneous',
    check: experiment('3.6, Figure 13', ({ crossed }) => crossed().flight.length === 0),
  },
  {
    id: 'fin-in-fin-wait-1-to-last-ack',
    topic: 'simultaneous',
    check: experiment(
      '3.10.7.4 eighth',
      ({ live }) => live('FIN-WAIT-1', [arrives(['FIN', 'ACK'], { ack: -1 })]).end.state === 'LAST-ACK',
    ),
  },

  // Abort and reset
  {
    id: 'listen-ignores-rst',
    topic: 'abort and reset',
    check: experiment('3.10.7.2 first, 3.5.3', ({ live }) => {
      const done = live('LISTEN', [arrives(['RST'])])
      return done.end.state === 'LISTEN' && done.emits.length === 0
    }),
  },
  {
    id: 'rst-returns-to-listen',
    topic: 'abort and reset',
    check: experiment(
      '3.10.7.4 second, 3.5.3',
      ({ live }) => live('LISTEN', [arrives(['SYN']), arrives(['RST'])]).end.state === 'LISTEN',
    ),
  },
  {
    id: 'rst-draws-no-rst',
    topic: 'abort and reset',
    check: experiment('3.5.2, 4', ({ rules }) =>
      rules
        .filter(({ on }) => on.startsWith('rcv RST'))
        .every(({ emits }) => emits.every((form) => !form.startsWith('RST'))),
    ),
  },
  {
    id: 'rst-outside-window',
    topic: 'abort and reset',
    check: experiment('3.10.7.4 first, 3.5.3', ({ live }) => {
      const done = live('ESTABLISHED', [arrives(['RST'], { seq: -1 })])
      return done.end.state === 'ESTABLISHED' && done.emits.length === 0
    }),
  },
  {
    id: 'ack-in-listen',
    topic: 'abort and reset',
    check: experiment('3.10.7.2 second', ({ live }) => {
      const done = live('LISTEN', [arrives(['ACK'])])
      return done.end.state === 'LISTEN' && sent(done).join() === 'RST'
    }),
  },
  {
    id: 'abort-in-last-ack',
    topic: 'abort and reset',
    check: experiment('3.10.5', ({ live }) => {
      const done = live('LAST-ACK', [calls('ABORT')])
      return done.end.state === 'CLOSED' && told(done, 'ok')
    }),
  },
  {
    id: 'rst-is-acknowledged',
    topic: 'abort and reset',
    check: experiment('3.10.7.4 second', ({ live }) => {
      const done = live('ESTABLISHED', [arrives(['RST'])])
      return done.end.state === 'CLOSED' && sent(done).includes('ACK')
    }),
  },
  {
    id: 'rst-to-close-wait',
    topic: 'abort and reset',
    check: experiment(
      '3.10.7.4 second, 3.5.3',
      ({ live }) => live('ESTABLISHED', [arrives(['RST'])]).end.state === 'CLOSE-WAIT',
    ),
  },
  {
    id: 'rst-without-ack-in-syn-sent',
    topic: 'abort and reset',
    check: experiment(
      '3.10.7.3 second, 3.5.3',
      ({ live }) => live('SYN-SENT', [arrives(['RST'])]).end.state !== 'SYN-SENT',
    ),
  },
  {
    id: 'closed-stays-silent',
    topic: 'abort and reset',
    check: experiment(
      '3.10.7.1, 3.5.2',
      ({ live }) => sent(live('CLOSED', [arrives(['ACK'], { len: 10 })])).length === 0,
    ),
  },
  {
    id: 'abort-sends-queue-first',
    topic: 'abort and reset',
    check: experiment('3.10.5', ({ live }) => {
      // The state that follows is what the ambiguity is about; that the queues are flushed is not in doubt.
      const done = live({ ...reach('ESTABLISHED'), sendQueued: 10 }, [calls('ABORT')], 'reset-issuer')
      return done.emits.some((segment) => segment.len > 0)
    }),
  },
  { id: 'abort-looks-like-close', topic: 'abort and reset', check: falseBy('3.6, MUST-12') },

  // TIME-WAIT and 2 MSL: what it is for
  {
    id: 'lost-last-ack-without-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: breaking('3.3.2', 'lost last ACK', 'none'),
  },
  {
    id: 'fin-again-draws-rst',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.7.4 fifth', ({ live }) => {
      // The ambiguity is about the restart of 2 MSL; the answer is the same in either reading.
      const done = live('TIME-WAIT', [arrives(['FIN', 'ACK'], { seq: -1 })], 'retransmitted-fin-in-time-wait')
      return sent(done).includes('RST')
    }),
  },
  {
    id: 'old-text-without-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: breaking('3.3.2, 3.4.1', 'old duplicate', 'none'),
  },
  {
    id: 'old-text-outlives-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: breaking('3.3.2, 3.4.1', 'old duplicate', '2 MSL'),
  },
  {
    id: 'reset-cuts-wait-short',
    topic: 'TIME-WAIT and 2MSL',
    check: breaking('3.10.7.4 second, RFC 1337', 'reset in TIME-WAIT', '2 MSL'),
  },
  {
    id: 'text-complete-before-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.6, 3.10.7.4 eighth', () => !isTextMissingInTimeWait()),
  },
  {
    id: 'secures-missing-text',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.3.2', isTextMissingInTimeWait),
  },
  { id: 'limits-reuse', topic: 'TIME-WAIT and 2MSL', check: trueBy('3.4.1') },
  { id: 'other-pair-is-free', topic: 'TIME-WAIT and 2MSL', check: trueBy('3.4.1, 4') },
  { id: 'port-is-blocked', topic: 'TIME-WAIT and 2MSL', check: falseBy('3.4.1, 4') },
  { id: 'optional-with-isn-clock', topic: 'TIME-WAIT and 2MSL', check: falseBy('3.4.1, 3.6.1, MUST-13') },

  // Who waits
  {
    id: 'first-fin-waits',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.6, Figure 12, MUST-13', ({ play, closedBy }) =>
      sides.every((first) => {
        const end = play(closedBy(first), [arrivesFrom(first)])
        return end[first].state === 'TIME-WAIT' && end[otherSide(first)].state === 'CLOSED'
      }),
    ),
  },
  {
    id: 'passive-opener-waits',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.6.1, MUST-13', ({ closedBy }) => {
      const { B } = closedBy('B')
      return B.opened === 'passive' && B.state === 'TIME-WAIT'
    }),
  },
  {
    id: 'listener-waits',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.6.1, MUST-13', ({ closedBy }) =>
      sides.every((first) => {
        const waiting = sides.map((side) => closedBy(first)[side]).filter(({ state }) => state === 'TIME-WAIT')
        return waiting.length > 0 && waiting.every(({ opened }) => opened === 'passive')
      }),
    ),
  },
  {
    id: 'both-wait-when-fins-cross',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.6, Figure 13', ({ play, crossed }) => {
      const end = play(crossed(), [arrivesFrom('A'), arrivesFrom('B')])
      return sides.every((side) => end[side].state === 'TIME-WAIT')
    }),
  },
  {
    id: 'both-wait-in-normal-close',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.6, Figure 12', ({ play, closedBy }) => {
      const end = play(closedBy('A'), [arrivesFrom('A')])
      return sides.every((side) => end[side].state === 'TIME-WAIT')
    }),
  },
  {
    id: 'last-ack-to-closed',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.7.4 fifth', ({ live }) => live('LAST-ACK', [arrives(['ACK'])]).end.state === 'CLOSED'),
  },
  {
    id: 'last-ack-to-time-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.7.4 fifth, Figure 12', ({ rules }) =>
      rules.some(({ from, to }) => from === 'LAST-ACK' && to === 'TIME-WAIT'),
    ),
  },
  {
    id: 'peer-closed-first',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.6, Figure 12', () =>
      closes().some(({ after: { A, B } }) => A.state === 'TIME-WAIT' && B.state === 'CLOSED'),
    ),
  },

  // How it is entered
  {
    id: 'fin-with-ack-to-time-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment(
      '3.10.7.4 fifth, 3.10.7.4 eighth, Figure 5 note 2',
      ({ live }) => live('FIN-WAIT-1', [arrives(['FIN', 'ACK'])]).end.state === 'TIME-WAIT',
    ),
  },
  {
    id: 'three-segments-spare-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment(
      '3.6.1, MUST-13, Figure 5 note 2',
      ({ live }) => live('FIN-WAIT-1', [arrives(['FIN', 'ACK'])]).end.state !== 'TIME-WAIT',
    ),
  },
  {
    id: 'closing-to-time-wait-silently',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.7.4 fifth', ({ live }) => {
      const done = live('CLOSING', [arrives(['ACK'])])
      return done.end.state === 'TIME-WAIT' && done.emits.length === 0
    }),
  },
  {
    id: 'wait-begins-before-ack-arrives',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.6, Figure 12', ({ closedBy }) => {
      const { A, flight } = closedBy('A')
      return A.state === 'TIME-WAIT' && flight.some(({ from }) => from === 'A')
    }),
  },
  {
    id: 'waits-for-ack-of-ack',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.7.4 eighth', ({ closedBy }) => closedBy('A').A.state !== 'TIME-WAIT'),
  },
  {
    id: 'waits-for-first-fin',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.3.2, 3.10.7.4 eighth', () => entriesToTimeWait().some(({ peer }) => !isFinSent(peer))),
  },
  {
    id: 'own-fin-acknowledged',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.7.4 fifth', () => entriesToTimeWait().every(({ own }) => own.sndUna === own.sndNxt)),
  },

  // What happens in it
  {
    id: 'receive-in-time-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.3', ({ live }) => told(live('TIME-WAIT', [calls('RECEIVE')]), 'error: connection closing')),
  },
  {
    id: 'send-queued-in-time-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.2', ({ live }) => live('TIME-WAIT', [sends(10)]).end.sendQueued > 0),
  },
  {
    id: 'open-in-time-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.1', ({ live }) =>
      [activeOpen, passiveOpen].every((open) => told(live('TIME-WAIT', [open]), 'error: connection already exists')),
    ),
  },
  {
    id: 'close-ends-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.4', ({ live }) => live('TIME-WAIT', [calls('CLOSE')]).end.state === 'CLOSED'),
  },
  {
    id: 'abort-in-time-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.5', ({ live }) => {
      const done = live('TIME-WAIT', [calls('ABORT')])
      return done.end.state === 'CLOSED' && told(done, 'ok')
    }),
  },
  {
    id: 'abort-refused',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.5', ({ live }) => {
      const done = live('TIME-WAIT', [calls('ABORT')])
      return done.end.state === 'TIME-WAIT' && told(done, 'error: connection closing')
    }),
  },
  {
    id: 'tcb-gone',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.6, 3.10.8', ({ live }) => !told(live('TIME-WAIT', [calls('STATUS')]), 'state = TIME-WAIT')),
  },
  {
    id: 'old-text-delivered-late',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.7.4 first', ({ live }) => {
      const { end } = live('TIME-WAIT', [arrives(['ACK'], { seq: -11, len: 10 })])
      return end.receiveQueued > reach('TIME-WAIT').receiveQueued
    }),
  },
  {
    id: 'own-fin-sent-again',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment(
      '3.10.8, 3.10.7.4 eighth',
      ({ live }) => live('TIME-WAIT', [expires('retransmission')]).emits.length > 0,
    ),
  },
  { id: 'fin-restarts-wait', topic: 'TIME-WAIT and 2MSL', check: trueBy('3.10.7.4 fifth, 3.10.7.4 eighth') },

  // How it ends
  {
    id: 'timeout-sends-nothing',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.8', ({ live }) => {
      const done = live('TIME-WAIT', [expires('time-wait')])
      return done.end.state === 'CLOSED' && done.emits.length === 0
    }),
  },
  {
    id: 'back-to-listen',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment(
      '3.10.8',
      ({ play, closedBy }) => play(closedBy('B'), [timeout('B', 'time-wait')]).B.state === 'LISTEN',
    ),
  },
  {
    id: 'rst-ends-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.10.7.4 second', ({ live }) => live('TIME-WAIT', [arrives(['RST'])]).end.state === 'CLOSED'),
  },
  {
    id: 'nothing-else-ends-wait',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment('3.6.1, 3.10.5, 3.10.7.4 second', ({ rules }) =>
      rules
        .filter(({ from, to, ambiguous }) => from === 'TIME-WAIT' && to !== from && ambiguous === null)
        .every(({ on }) => on === 'TIME-WAIT TIMEOUT'),
    ),
  },
  {
    id: 'rst-receiver-waits',
    topic: 'TIME-WAIT and 2MSL',
    check: experiment(
      '3.10.7.4 second, 3.5.3',
      ({ live }) => live('ESTABLISHED', [arrives(['RST'])]).end.state === 'TIME-WAIT',
    ),
  },

  // How long it lasts
  { id: 'four-minutes', topic: 'TIME-WAIT and 2MSL', check: trueBy('3.4.2, 3.6.1, MUST-13') },
  { id: 'sixty-seconds', topic: 'TIME-WAIT and 2MSL', check: falseBy('3.4.2, 3.6.1, MUST-13') },
  { id: 'msl-is-a-choice', topic: 'TIME-WAIT and 2MSL', check: trueBy('3.4.2') },
  { id: 'msl-is-a-size', topic: 'TIME-WAIT and 2MSL', check: falseBy('3.4.2, 4') },
  { id: 'rtt-does-not-matter', topic: 'TIME-WAIT and 2MSL', check: trueBy('3.4.2, 3.6.1, MUST-13') },
  { id: 'two-round-trips', topic: 'TIME-WAIT and 2MSL', check: falseBy('3.4.2, 3.6.1, MUST-13') },
  { id: 'counted-from-own-fin', topic: 'TIME-WAIT and 2MSL', check: falseBy('3.10.7.4 eighth') },
  { id: 'tcp-fin-timeout', topic: 'TIME-WAIT and 2MSL', check: falseBy('3.6.1, MUST-13') },

  // Reopening from it
  { id: 'may-reopen', topic: 'TIME-WAIT and 2MSL', check: trueBy('3.6.1, MAY-2') },
  { id: 'obliged-to-reopen', topic: 'TIME-WAIT and 2MSL', check: falseBy('3.6.1, MAY-2') },
  { id: 'reopen-larger-iss', topic: 'TIME-WAIT and 2MSL', check: trueBy('3.6.1, MAY-2') },
  { id: 'reopened-duplicate-to-listen', topic: 'TIME-WAIT and 2MSL', check: falseBy('3.6.1, MAY-2') },
  { id: 'timestamps-reduce-wait', topic: 'TIME-WAIT and 2MSL', check: trueBy('3.6.1, SHLD-4') },

  // Sequence numbers
  {
    id: 'fin-takes-a-number',
    topic: 'sequence numbers',
    check: experiment('3.4, 3.10.7.4 eighth', ({ live }) => {
      const done = live({ ...reach('ESTABLISHED'), rcvNxt: 100 }, [arrives(['FIN', 'ACK'])])
      return done.emits.at(-1)?.ack === 101
    }),
  },
  {
    id: 'ack-takes-no-number',
    topic: 'sequence numbers',
    check: experiment('3.5, Figure 6', ({ live }) => {
      const ended = live('SYN-SENT', [arrives(['SYN', 'ACK'])])
      return live(ended.end, [sends(10)]).emits.at(-1)?.seq === ended.emits.at(-1)?.seq
    }),
  },
  {
    id: 'ack-names-the-next',
    topic: 'sequence numbers',
    check: experiment('3.4', ({ live }) => {
      const done = live({ ...reach('ESTABLISHED'), rcvNxt: 301 }, [arrives(['ACK'], { len: 10 })])
      return done.emits.at(-1)?.ack === 311
    }),
  },
  {
    id: 'numbers-wrap',
    topic: 'sequence numbers',
    check: experiment('3.4', ({ live }) => {
      const done = live({ ...reach('ESTABLISHED'), rcvNxt: 2 ** 32 - 1 }, [arrives(['ACK'], { len: 1 })])
      return done.end.rcvNxt === 0 && isBefore(2 ** 32 - 1, 0)
    }),
  },
  {
    id: 'rst-number-from-ack',
    topic: 'sequence numbers',
    check: experiment('3.10.7.1, 3.5.2', ({ live }) => {
      const done = live('CLOSED', [{ kind: 'segment', segment: { seq: 301, ack: 777, ctl: ['ACK'], len: 10 } }])
      return sent(done).join() === 'RST' && done.emits.at(-1)?.seq === 777
    }),
  },
  { id: 'isn-not-computable', topic: 'sequence numbers', check: trueBy('3.4.1, MUST-9') },
  { id: 'memory-needs-no-quiet-time', topic: 'sequence numbers', check: trueBy('3.4.2') },
  {
    id: 'fin-with-text-plus-one',
    topic: 'sequence numbers',
    check: experiment('3.4, 3.10.7.4 eighth', ({ live }) => {
      const before = reach('ESTABLISHED')
      return live(before, [arrives(['FIN', 'ACK'], { len: 10 })]).emits.at(-1)?.ack === before.rcvNxt + 1
    }),
  },
  {
    id: 'rst-takes-a-number',
    topic: 'sequence numbers',
    check: experiment('3.4', () => segLen({ seq: 0, ack: null, ctl: ['RST'], len: 0 }) === 1),
  },
  {
    id: 'common-isn',
    topic: 'sequence numbers',
    check: experiment('3.4.1', ({ established }) => established().A.iss === established().B.iss),
  },
  {
    id: 'lost-ack-sent-again',
    topic: 'sequence numbers',
    check: experiment('3.8.4, 3.10.8', ({ live }) => {
      const done = live('ESTABLISHED', [arrives(['ACK'], { len: 10 }), expires('retransmission')])
      return done.emits.length > 0
    }),
  },
  { id: 'quiet-time-two-msl', topic: 'sequence numbers', check: falseBy('3.4.2, 3.4.3') },
  {
    id: 'syn-takes-no-number',
    topic: 'sequence numbers',
    check: experiment('3.4, Figure 6', ({ live }) => {
      const done = live('LISTEN', [{ kind: 'segment', segment: { seq: 100, ack: null, ctl: ['SYN'], len: 0 } }])
      return done.emits.at(-1)?.ack === 100
    }),
  },
]

function bothCanBeIn(state: 'FIN-WAIT-2' | 'CLOSE-WAIT'): boolean {
  return closes().some(({ after: { A, B } }) => A.state === state && B.state === state)
}

/** Whether our FIN has been sent and the peer's ACK of it has not arrived. */
function isFinAwaitingAck(state: 'FIN-WAIT-2' | 'CLOSING' | 'LAST-ACK'): boolean {
  const tcb = reach(state)
  return isFinSent(tcb) && tcb.sndUna !== tcb.sndNxt
}

/** Whether in some close an end enters TIME-WAIT while text of either direction has not arrived. */
function isTextMissingInTimeWait(): boolean {
  return entriesToTimeWait().some(({ own, peer }) => own.rcvNxt !== peer.sndNxt || own.sndUna !== own.sndNxt)
}
