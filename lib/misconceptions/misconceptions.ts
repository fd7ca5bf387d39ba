import type { Topic } from '../items/topics'
import type { EventName } from '../tcp/events'
import { rules } from '../tcp/rules'
import { otherStates, type State } from '../tcp/states'
import type { Edit, Mutant } from './mutant'

type MisconceptionText = {
  readonly id: string
  /** The row of the survey of misconceptions. One row may hold beliefs that answer differently. */
  readonly row: string
  /** The states that the belief is about, in the order of states.ts. */
  readonly states: readonly State[]
  readonly topic: Topic
  /** Where the RFC says otherwise. */
  readonly cite: string
  /** What its holder has changed; null where that is nothing of the machine, and then `why` says so. */
  readonly mutant: Mutant | null
  readonly why?: NoMutant
}

/**
 * Why a belief is no mutant: it judges applications; it is about one implementation's knobs or calls; it is about the
 * document, or about how the machine is kept, and no run can show it; the model has no timer of that length.
 */
export type NoMutant = 'of applications' | 'of implementations' | 'of the document' | 'of durations not modelled'

/** The same edit in several states and for several events. */
function everywhere(
  from: readonly State[],
  on: readonly EventName[],
  edit: Omit<Edit, 'from' | 'on'>,
): readonly Edit[] {
  return from.flatMap((state) => on.map((event) => ({ ...edit, from: state, on: event })))
}

const resets = ['rcv RST', 'rcv RST,ACK'] as const satisfies readonly EventName[]

/** What carries an ACK and is neither SYN nor RST. */
const acknowledging = ['rcv ACK', 'rcv text', 'rcv FIN'] as const satisfies readonly EventName[]

/** The changes of state that RFC 793 makes and RFC 9293 does not. */
const obsolete: readonly Edit[] = rules
  .filter(
    (rule) => rule.kind === 'transition' && rule.profiles.includes('rfc793') && !rule.profiles.includes('rfc9293'),
  )
  .map(({ from, on, when, to, emits }) => ({ from, on, when, to, emits }))

const table = [
  {
    id: 'established-when-third-segment-is-sent',
    row: '1',
    states: ['SYN-RECEIVED', 'ESTABLISHED'],
    topic: 'open',
    cite: '3.10.7.3 fourth, 3.10.7.4 fifth, Figure 6',
    mutant: { atOnce: { from: 'SYN-RECEIVED', to: 'ESTABLISHED' } },
  },
  {
    id: 'syn-received-after-final-ack',
    row: '2',
    states: ['LISTEN', 'SYN-RECEIVED'],
    topic: 'open',
    cite: '3.10.7.2 third, 3.10.7.4 fifth, Figure 6',
    mutant: {
      edits: [
        { from: 'LISTEN', on: 'rcv SYN', to: 'LISTEN' },
        { from: 'LISTEN', on: 'rcv ACK', to: 'SYN-RECEIVED', emits: [] },
      ],
    },
  },
  {
    id: 'syn-received-is-the-clients',
    row: '3',
    states: ['SYN-SENT', 'SYN-RECEIVED'],
    topic: 'open',
    cite: '3.10.7.3 fourth, Figure 6, Figure 7',
    mutant: { edits: [{ from: 'SYN-SENT', on: 'rcv SYN,ACK', when: ['acknowledges our SYN'], to: 'SYN-RECEIVED' }] },
  },
  {
    id: 'opening-states-belong-to-roles',
    row: '4',
    states: ['LISTEN', 'SYN-SENT', 'SYN-RECEIVED'],
    topic: 'open',
    cite: '3.10.1, 3.10.2, 3.10.7.3 fourth, MUST-10, MUST-11',
    mutant: {
      edits: [
        { from: 'LISTEN', on: 'SEND', when: ['remote socket specified'], to: 'LISTEN', emits: [] },
        { from: 'LISTEN', on: 'active OPEN', to: 'LISTEN', emits: [] },
        { from: 'SYN-SENT', on: 'rcv SYN', to: 'SYN-SENT', emits: [] },
      ],
    },
  },
  {
    id: 'bare-ack-answers-a-crossed-syn',
    row: '5',
    states: ['SYN-SENT', 'SYN-RECEIVED'],
    topic: 'simultaneous',
    cite: '3.10.7.3 fourth, Figure 5, Figure 7',
    mutant: { edits: [{ from: 'SYN-SENT', on: 'rcv SYN', emits: ['ACK'] }] },
  },
  {
    id: 'simultaneous-open-fails',
    row: '6',
    states: ['SYN-SENT', 'SYN-RECEIVED'],
    topic: 'simultaneous',
    cite: '3.5, 3.10.7.3 fourth, MUST-10, Figure 7',
    mutant: {
      readings: { 'simultaneous-open-is-required': false, 'two-connections': true },
      edits: [{ from: 'SYN-SENT', on: 'rcv SYN', to: 'CLOSED', emits: ['RST,ACK for SEG.SEQ'] }],
    },
  },
  {
    id: 'lost-third-segment-undoes-the-client',
    row: '7',
    states: ['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED'],
    topic: 'open',
    cite: '3.10.7.3 fourth, 3.10.7.4 fifth, 3.10.8',
    mutant: { edits: [{ from: 'SYN-SENT', on: 'rcv SYN,ACK', when: ['acknowledges our SYN'], to: 'SYN-SENT' }] },
  },
  {
    id: 'handshake-tests-sending-and-receiving',
    row: '8',
    states: ['SYN-SENT', 'SYN-RECEIVED'],
    topic: 'open',
    cite: '3.5, Figure 8',
    mutant: { readings: { 'handshake-purpose': false } },
  },
  {
    id: 'syn-cannot-carry-data',
    row: '9',
    states: ['LISTEN', 'SYN-SENT', 'SYN-RECEIVED'],
    topic: 'open',
    cite: '3.5, 3.10.7.2 third, 3.10.7.3 fourth',
    mutant: { dropsTextOnSyn: true },
  },
  {
    id: 'ack-uses-up-a-number',
    row: '10',
    states: ['ESTABLISHED'],
    topic: 'sequence numbers',
    cite: '3.4, 3.5, Figure 6',
    mutant: { lengths: { ack: 1 } },
  },
  {
    id: 'fin-is-not-counted',
    row: '11',
    states: ['FIN-WAIT-1', 'CLOSE-WAIT', 'LAST-ACK'],
    topic: 'sequence numbers',
    cite: '3.4, 3.10.7.4 eighth, Figure 12',
    mutant: { lengths: { fin: 0 } },
  },
  {
    id: 'closed-port-is-silent',
    row: '12',
    states: ['CLOSED', 'SYN-SENT'],
    topic: 'abort and reset',
    cite: '3.10.7.1, 3.10.7.3 second, 3.5.2',
    mutant: { edits: [{ from: 'CLOSED', on: 'rcv SYN', emits: [] }] },
  },
  {
    id: 'syn-is-repeated-at-a-fixed-rate',
    row: '13',
    states: ['SYN-SENT'],
    topic: 'open',
    cite: '3.8.1, 3.8.3, MUST-19, MUST-23',
    mutant: null,
    why: 'of durations not modelled',
  },
  {
    id: 'half-open-is-syn-received',
    row: '14',
    states: ['SYN-RECEIVED', 'ESTABLISHED'],
    topic: 'open',
    cite: '3.5.1, Figure 9',
    mutant: { readings: { 'half-open-is-syn-received': true } },
  },
  {
    id: 'half-closed-is-half-open',
    row: '15',
    states: ['FIN-WAIT-2', 'CLOSE-WAIT'],
    topic: 'active close',
    cite: '3.5.1, 3.6.1',
    mutant: { readings: { 'half-open-and-half-closed': false } },
  },
  {
    id: 'accept-does-the-handshake',
    row: '16',
    states: ['LISTEN', 'SYN-RECEIVED', 'ESTABLISHED'],
    topic: 'open',
    cite: '3.10.1, 3.10.7.2 third, 3.10.7.4 fifth',
    mutant: {
      edits: [
        {
          from: 'SYN-RECEIVED',
          on: 'rcv ACK',
          when: ['SEG.SEQ = RCV.NXT', 'acknowledges our SYN'],
          to: 'SYN-RECEIVED',
        },
      ],
    },
  },
  {
    id: 'close-wait-is-closed',
    row: '17',
    states: ['CLOSE-WAIT'],
    topic: 'passive close',
    cite: '3.3.2, 3.6, 3.10.2',
    mutant: {
      edits: [
        {
          from: 'CLOSE-WAIT',
          on: 'SEND',
          when: ['nothing queued to send'],
          emits: [],
          told: 'error: connection closing',
        },
      ],
    },
  },
  {
    id: 'close-wait-times-out',
    row: '18',
    states: ['CLOSE-WAIT'],
    topic: 'passive close',
    cite: '3.3.2, 3.10.4, 3.10.8',
    mutant: { edits: [{ from: 'CLOSE-WAIT', on: 'TIME-WAIT TIMEOUT', to: 'CLOSED' }] },
  },
  {
    id: 'one-fin-wait',
    row: '19',
    states: ['FIN-WAIT-1', 'FIN-WAIT-2'],
    topic: 'active close',
    cite: '3.3.2, 3.10.7.4 fifth',
    mutant: {
      edits: everywhere(['FIN-WAIT-1'], ['rcv ACK', 'rcv text'], {
        when: ['SEG.SEQ = RCV.NXT', 'acknowledges our FIN'],
        to: 'FIN-WAIT-1',
      }),
    },
  },
  {
    id: 'close-wait-is-a-bug',
    row: '20',
    states: ['CLOSE-WAIT'],
    topic: 'passive close',
    cite: '3.6, 3.6.1',
    mutant: null,
    why: 'of applications',
  },
  {
    id: 'close-wait-leads-to-2-msl',
    row: '21',
    states: ['CLOSE-WAIT', 'LAST-ACK', 'TIME-WAIT'],
    topic: 'passive close',
    cite: '3.10.4, 3.10.7.4 fifth, Figure 12',
    mutant: { edits: [{ from: 'CLOSE-WAIT', on: 'CLOSE', when: ['nothing queued to send'], to: 'TIME-WAIT' }] },
  },
  {
    id: 'last-ack-leads-to-time-wait',
    row: '22',
    states: ['LAST-ACK', 'TIME-WAIT'],
    topic: 'passive close',
    cite: '3.10.7.4 fifth, Figure 12, MUST-13',
    mutant: {
      edits: [
        { from: 'LAST-ACK', on: 'rcv ACK', when: ['SEG.SEQ = RCV.NXT', 'acknowledges our FIN'], to: 'TIME-WAIT' },
      ],
    },
  },
  {
    id: 'time-wait-is-on-the-passive-side',
    row: '23',
    states: ['FIN-WAIT-2', 'LAST-ACK', 'TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.6.1, MUST-13, Figure 12, Figure 13',
    mutant: {
      edits: [
        { from: 'FIN-WAIT-2', on: 'rcv FIN', when: ['SEG.SEQ = RCV.NXT', 'ACK in range'], to: 'CLOSED' },
        { from: 'LAST-ACK', on: 'rcv ACK', when: ['SEG.SEQ = RCV.NXT', 'acknowledges our FIN'], to: 'TIME-WAIT' },
      ],
    },
  },
  {
    id: 'closing-states-belong-to-roles',
    row: '24',
    states: ['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'LAST-ACK', 'TIME-WAIT'],
    topic: 'active close',
    cite: '3.6, Figure 12, Figure 13',
    mutant: { edits: [{ from: 'ESTABLISHED', on: 'CLOSE', when: ['passively opened'], to: 'LAST-ACK' }] },
  },
  {
    id: 'two-msl-is-two-round-trips',
    row: '25',
    states: ['TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.4.2, 3.6.1, MUST-13',
    mutant: { readings: { 'two-round-trips': true, 'rtt-does-not-matter': false, 'four-minutes': false } },
  },
  {
    id: 'two-msl-is-sixty-seconds',
    row: '26',
    states: ['TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.4.2, 3.6.1, MUST-13',
    mutant: { readings: { 'sixty-seconds': true, 'four-minutes': false } },
  },
  {
    id: 'fin-timeout-sets-time-wait',
    row: '27',
    states: ['FIN-WAIT-2', 'TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.6.1, 3.10.8, MUST-13',
    mutant: { readings: { 'tcp-fin-timeout': true } },
  },
  {
    id: 'fin-wait-2-times-out',
    row: '28',
    states: ['FIN-WAIT-2'],
    topic: 'active close',
    cite: '3.3.2, 3.10.8',
    mutant: { edits: [{ from: 'FIN-WAIT-2', on: 'TIME-WAIT TIMEOUT', to: 'CLOSED' }] },
  },
  {
    id: 'time-wait-waits-for-a-fin',
    row: '29',
    states: ['TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.3.2, 3.10.8, MUST-13',
    mutant: { readings: { 'waits-for-ack-of-ack': true, 'waits-for-first-fin': true } },
  },
  {
    id: 'time-wait-collects-late-data',
    row: '30',
    states: ['TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.3.2, 3.10.7.4 first, 3.10.7.4 seventh',
    mutant: { readings: { 'old-text-delivered-late': true, 'secures-missing-text': true } },
  },
  {
    id: 'time-wait-sends-nothing',
    row: '31',
    states: ['TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.10.7.4 first, 3.10.7.4 fifth, 3.10.7.4 eighth',
    mutant: {
      readings: { 'fin-restarts-wait': false },
      edits: [{ from: 'TIME-WAIT', on: 'rcv FIN', when: ['not acceptable'], emits: [] }],
    },
  },
  {
    id: 'nothing-ends-time-wait-early',
    row: '32',
    states: ['TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.6.1, MAY-2, SHLD-4, 3.10.5, 3.10.7.4 second',
    mutant: {
      readings: { 'may-reopen': false, 'timestamps-reduce-wait': false },
      edits: [
        ...everywhere(['TIME-WAIT'], resets, { when: ['SEG.SEQ = RCV.NXT'], to: 'TIME-WAIT' }),
        { from: 'TIME-WAIT', on: 'ABORT', to: 'TIME-WAIT' },
      ],
    },
  },
  {
    id: 'time-wait-blocks-the-port',
    row: '33',
    states: ['TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.4.1, 3.6.1',
    mutant: { readings: { 'port-is-blocked': true, 'other-pair-is-free': false } },
  },
  {
    id: 'socket-options-remove-time-wait',
    row: '34',
    states: ['TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.6.1, MUST-13, MAY-2',
    mutant: null,
    why: 'of implementations',
  },
  {
    id: 'close-takes-four-segments',
    row: '35',
    states: ['FIN-WAIT-1', 'TIME-WAIT'],
    topic: 'active close',
    cite: '3.6, Figure 12, Figure 13, Figure 5 note 2',
    mutant: { separatesFin: true, readings: { 'three-segment-close': false } },
  },
  {
    id: 'ack-and-fin-cannot-merge',
    row: '36',
    states: ['FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT'],
    topic: 'active close',
    cite: '3.10.7.4 fifth, 3.10.7.4 eighth, Figure 5 note 2',
    mutant: {
      separatesFin: true,
      readings: { 'three-segment-close': false },
      edits: [
        {
          from: 'FIN-WAIT-1',
          on: 'rcv FIN',
          when: ['SEG.SEQ = RCV.NXT', 'acknowledges our FIN'],
          to: 'FIN-WAIT-2',
          emits: [],
        },
      ],
    },
  },
  {
    id: 'fin-with-our-ack-leads-to-closing',
    row: '37',
    states: ['FIN-WAIT-1', 'CLOSING', 'TIME-WAIT'],
    topic: 'active close',
    cite: '3.10.7.4 fifth, 3.10.7.4 eighth, Figure 5 note 2, erratum 8805',
    mutant: {
      edits: [
        { from: 'FIN-WAIT-1', on: 'rcv FIN', when: ['SEG.SEQ = RCV.NXT', 'acknowledges our FIN'], to: 'CLOSING' },
      ],
    },
  },
  {
    id: 'crossed-fin-leads-to-time-wait',
    row: '38',
    states: ['FIN-WAIT-1', 'CLOSING', 'TIME-WAIT'],
    topic: 'simultaneous',
    cite: '3.10.7.4 eighth, Figure 13',
    mutant: {
      edits: [
        {
          from: 'FIN-WAIT-1',
          on: 'rcv FIN',
          when: ['SEG.SEQ = RCV.NXT', 'in range, does not acknowledge our FIN'],
          to: 'TIME-WAIT',
        },
      ],
    },
  },
  {
    id: 'crossed-fin-leads-to-close-wait',
    row: '38',
    states: ['FIN-WAIT-1', 'CLOSE-WAIT', 'CLOSING'],
    topic: 'simultaneous',
    cite: '3.10.7.4 eighth, Figure 13',
    mutant: {
      edits: [
        {
          from: 'FIN-WAIT-1',
          on: 'rcv FIN',
          when: ['SEG.SEQ = RCV.NXT', 'in range, does not acknowledge our FIN'],
          to: 'CLOSE-WAIT',
        },
      ],
    },
  },
  {
    id: 'crossed-fin-leads-to-last-ack',
    row: '38',
    states: ['FIN-WAIT-1', 'CLOSING', 'LAST-ACK'],
    topic: 'simultaneous',
    cite: '3.10.7.4 eighth, Figure 13',
    mutant: {
      edits: [
        {
          from: 'FIN-WAIT-1',
          on: 'rcv FIN',
          when: ['SEG.SEQ = RCV.NXT', 'in range, does not acknowledge our FIN'],
          to: 'LAST-ACK',
        },
      ],
    },
  },
  {
    id: 'any-ack-leads-to-fin-wait-2',
    row: '38b',
    states: ['FIN-WAIT-1', 'FIN-WAIT-2'],
    topic: 'active close',
    cite: '3.10.7.4 fifth',
    mutant: {
      edits: everywhere(['FIN-WAIT-1'], ['rcv ACK', 'rcv text'], {
        when: ['SEG.SEQ = RCV.NXT', 'in range, does not acknowledge our FIN'],
        to: 'FIN-WAIT-2',
      }),
    },
  },
  {
    id: 'failed-open-ends-in-close-wait',
    row: '38c',
    states: ['CLOSED', 'SYN-SENT', 'CLOSE-WAIT'],
    topic: 'open',
    cite: '3.10.7.3 second, 3.10.8',
    mutant: {
      edits: [
        { from: 'SYN-SENT', on: 'rcv RST,ACK', when: ['acknowledges our SYN'], to: 'CLOSE-WAIT' },
        { from: 'SYN-SENT', on: 'USER TIMEOUT', to: 'CLOSE-WAIT' },
      ],
    },
  },
  {
    id: 'closing-is-the-normal-close',
    row: '39',
    states: ['ESTABLISHED', 'FIN-WAIT-1', 'CLOSING'],
    topic: 'simultaneous',
    cite: '3.3.2, 3.10.4, Figure 13',
    mutant: {
      label: { meaning: 'FIN-WAIT-1', name: 'CLOSING' },
      edits: [
        { from: 'ESTABLISHED', on: 'CLOSE', to: 'CLOSING' },
        { from: 'CLOSING', on: 'rcv ACK', when: ['SEG.SEQ = RCV.NXT', 'acknowledges our FIN'], to: 'FIN-WAIT-2' },
      ],
    },
  },
  {
    id: 'last-ack-waits-for-a-fin',
    row: '40',
    states: ['FIN-WAIT-1', 'FIN-WAIT-2', 'LAST-ACK'],
    topic: 'passive close',
    cite: '3.3.2, 3.10.7.4 fifth',
    mutant: {
      label: { meaning: 'FIN-WAIT-2', name: 'LAST-ACK' },
      edits: [
        { from: 'FIN-WAIT-1', on: 'rcv ACK', when: ['SEG.SEQ = RCV.NXT', 'acknowledges our FIN'], to: 'LAST-ACK' },
      ],
    },
  },
  {
    id: 'time-wait-waits-for-the-user',
    row: '41',
    states: ['ESTABLISHED', 'CLOSE-WAIT', 'TIME-WAIT'],
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.3.2, 3.10.4, 3.10.7.4 eighth',
    mutant: {
      label: { meaning: 'CLOSE-WAIT', name: 'TIME-WAIT' },
      edits: [
        { from: 'ESTABLISHED', on: 'rcv FIN', when: ['SEG.SEQ = RCV.NXT', 'ACK in range'], to: 'TIME-WAIT' },
        { from: 'TIME-WAIT', on: 'CLOSE', to: 'LAST-ACK', emits: ['FIN,ACK'] },
      ],
    },
  },
  {
    id: 'no-way-from-fin-wait-1-to-time-wait',
    row: '42',
    states: ['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'TIME-WAIT'],
    topic: 'active close',
    cite: '3.10.7.4 fifth, 3.10.7.4 eighth, Figure 5 note 2',
    mutant: {
      edits: [
        { from: 'FIN-WAIT-1', on: 'rcv FIN', when: ['SEG.SEQ = RCV.NXT', 'acknowledges our FIN'], to: 'FIN-WAIT-2' },
      ],
    },
  },
  {
    id: 'no-receiving-after-close',
    row: '43',
    states: ['FIN-WAIT-1', 'FIN-WAIT-2'],
    topic: 'active close',
    cite: '3.6, 3.10.3, 3.10.7.4 seventh',
    mutant: {
      edits: everywhere(['FIN-WAIT-1', 'FIN-WAIT-2'], ['rcv text'], {
        when: ['SEG.SEQ = RCV.NXT', 'ACK in range'],
        emits: [],
      }),
    },
  },
  {
    id: 'fin-is-answered-by-fin',
    row: '44',
    states: ['ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK'],
    topic: 'passive close',
    cite: '3.6, 3.10.7.4 eighth',
    mutant: {
      edits: [
        {
          from: 'ESTABLISHED',
          on: 'rcv FIN',
          when: ['SEG.SEQ = RCV.NXT', 'ACK in range'],
          to: 'LAST-ACK',
          emits: ['FIN,ACK'],
        },
      ],
    },
  },
  {
    id: 'one-fin-closes-both-directions',
    row: '45',
    states: ['FIN-WAIT-2', 'CLOSE-WAIT'],
    topic: 'active close',
    cite: '3.6, 3.6.1, Figure 12',
    mutant: {
      edits: [
        { from: 'FIN-WAIT-1', on: 'rcv ACK', when: ['SEG.SEQ = RCV.NXT', 'acknowledges our FIN'], to: 'CLOSED' },
        { from: 'ESTABLISHED', on: 'rcv FIN', when: ['SEG.SEQ = RCV.NXT', 'ACK in range'], to: 'CLOSED' },
      ],
    },
  },
  {
    id: 'rst-is-acknowledged',
    row: '46',
    states: otherStates,
    topic: 'abort and reset',
    cite: '3.5.3, 3.10.7.4 first, 3.10.7.4 second',
    mutant: {
      edits: [
        ...everywhere(otherStates, resets, { when: ['SEG.SEQ = RCV.NXT'], emits: ['ACK'] }),
        ...everywhere(otherStates, resets, { when: ['not acceptable'], emits: ['ACK'] }),
      ],
    },
  },
  {
    id: 'rst-always-closes',
    row: '47',
    states: ['LISTEN', 'SYN-SENT', ...otherStates],
    topic: 'abort and reset',
    cite: '3.5.3, 3.10.7.2 first, 3.10.7.3 second, 3.10.7.4 second, MUST-11',
    mutant: {
      edits: [
        ...everywhere(['LISTEN'], resets, { to: 'CLOSED' }),
        { from: 'SYN-SENT', on: 'rcv RST', to: 'CLOSED' },
        { from: 'SYN-SENT', on: 'rcv RST,ACK', when: ['does not acknowledge our SYN'], to: 'CLOSED' },
        ...everywhere(['SYN-RECEIVED'], resets, { when: ['SEG.SEQ = RCV.NXT', 'passively opened'], to: 'CLOSED' }),
        ...everywhere(otherStates, resets, { when: ['in window beyond RCV.NXT'], to: 'CLOSED', emits: [] }),
        ...everywhere(otherStates, resets, { when: ['not acceptable'], to: 'CLOSED' }),
      ],
    },
  },
  {
    id: 'every-syn-in-syn-received-is-a-repetition',
    row: '48',
    states: ['LISTEN', 'SYN-RECEIVED'],
    topic: 'abort and reset',
    cite: '3.10.7.4 first, 3.10.7.4 fourth, erratum 8710',
    mutant: {
      edits: [
        {
          from: 'SYN-RECEIVED',
          on: 'rcv SYN',
          when: ['in window', 'passively opened'],
          to: 'SYN-RECEIVED',
          emits: ['ACK'],
        },
      ],
    },
  },
  {
    id: 'syn-in-window-resets',
    row: '49',
    states: ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK'],
    topic: 'abort and reset',
    cite: '3.10.7.4 fourth, RFC 5961 4',
    mutant: {
      edits: everywhere(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK'], ['rcv SYN'], {
        when: ['in window'],
        to: 'CLOSED',
        emits: ['RST,ACK for SEG.SEQ'],
      }),
    },
  },
  {
    id: 'ack-in-listen-is-ignored',
    row: '50',
    states: ['LISTEN'],
    topic: 'abort and reset',
    cite: '3.10.7.2 second',
    mutant: { edits: everywhere(['LISTEN'], ['rcv SYN,ACK', ...acknowledging], { emits: [] }) },
  },
  {
    id: 'syn-received-takes-an-old-ack',
    row: '51',
    states: ['SYN-RECEIVED', 'ESTABLISHED'],
    topic: 'sequence numbers',
    cite: '3.4, 3.10.7.4 fifth',
    mutant: {
      edits: [
        {
          from: 'SYN-RECEIVED',
          on: 'rcv ACK',
          when: ['SEG.SEQ = RCV.NXT', 'acknowledges nothing new'],
          to: 'ESTABLISHED',
          emits: [],
        },
      ],
    },
  },
  {
    id: 'keep-alive-is-always-on',
    row: '52',
    states: ['ESTABLISHED', 'CLOSE-WAIT'],
    topic: 'established',
    cite: '3.8.4, MAY-5, MUST-25, MUST-28, MUST-29',
    mutant: { readings: { 'keep-alive-by-default': true, 'one-probe-decides': true } },
  },
  {
    id: 'closed-is-kept-in-memory',
    row: '53',
    states: ['CLOSED'],
    topic: 'open',
    cite: '3.3.2',
    mutant: null,
    why: 'of the document',
  },
  {
    id: 'figure-5-is-complete',
    row: '54',
    states: ['LISTEN', 'SYN-RECEIVED', 'FIN-WAIT-1'],
    topic: 'abort and reset',
    cite: '3.3.2, 3.10',
    mutant: null,
    why: 'of the document',
  },
  {
    id: 'rfc-9293-changed-nothing',
    row: '55',
    states: otherStates,
    topic: 'abort and reset',
    cite: '5, 3.10.4, 3.10.7.4 second, 3.10.7.4 fourth, 3.10.7.4 fifth',
    mutant: { edits: obsolete },
  },
  {
    id: 'only-the-client-may-close-first',
    row: '56',
    states: ['ESTABLISHED', 'FIN-WAIT-1', 'CLOSE-WAIT'],
    topic: 'active close',
    cite: '3.6',
    mutant: { edits: [{ from: 'ESTABLISHED', on: 'CLOSE', when: ['passively opened'], to: 'ESTABLISHED', emits: [] }] },
  },
  {
    id: 'listening-socket-becomes-established',
    row: '57',
    states: ['LISTEN', 'SYN-RECEIVED', 'ESTABLISHED'],
    topic: 'open',
    cite: '3.10.1, 3.10.7.2 third',
    mutant: null,
    why: 'of implementations',
  },
] as const satisfies readonly MisconceptionText[]

export type MisconceptionId = (typeof table)[number]['id']

export type Misconception = MisconceptionText & { readonly id: MisconceptionId }

/** What learners believe of the machine and what is otherwise, in the order of the survey. */
export const misconceptions: readonly Misconception[] = table

/** The misconception with this id, or undefined where there is none. */
export function findMisconception(id: string): Misconception | undefined {
  return misconceptions.find((misconception) => misconception.id === id)
}
