import { describe, expect, it } from 'vitest'
import type { Profile } from '../profiles'
import { run } from '../run'
import type { Tcb } from '../tcb'
import {
  arrives,
  closing,
  established,
  inState,
  lastAck,
  outcomeOf,
  segmentOf,
  synchronized,
  synReceived,
  timeWait,
} from './endpoints.testing'

const ackOf301 = '<SEQ=101><ACK=301><CTL=ACK>'

/** RCV.NXT = 301, RCV.WND = 100: the window is 301 to 400. */
const window100 = inState('ESTABLISHED', { rcvWnd: 100 })

/** The window of ten octets is 4294967294 to 7. */
const wrapping = inState('ESTABLISHED', { rcvNxt: 4_294_967_294, rcvWnd: 10 })

const closed = inState('ESTABLISHED', { rcvWnd: 0 })

describe('a segment that Table 6 finds acceptable (3.10.7.4 first)', () => {
  it.each([
    ['length 0, window 0: SEG.SEQ = RCV.NXT', closed, 301, 0, []],
    ['length 0, window >0: the left edge', window100, 301, 0, []],
    ['length 0, window >0: the right edge is held', window100, 400, 0, [ackOf301]],
    ['length >0, window >0: begins at the left edge', window100, 301, 10, ['<SEQ=101><ACK=311><CTL=ACK>']],
    ['length >0, window >0: begins at the right edge, held', window100, 400, 10, [ackOf301]],
    ['length >0, window >0: ends at the left edge', window100, 292, 10, ['<SEQ=101><ACK=302><CTL=ACK>']],
    ['length >0, window >0: ends at the right edge', window100, 301, 100, ['<SEQ=101><ACK=401><CTL=ACK>']],
    ['across the wrap: begins before it', wrapping, 4_294_967_294, 4, ['<SEQ=101><ACK=2><CTL=ACK>']],
    ['across the wrap: the right edge is held', wrapping, 7, 0, ['<SEQ=101><ACK=4294967294><CTL=ACK>']],
  ])('ESTABLISHED_rcv %s', (_, tcb, seq, len, sent) => {
    const result = outcomeOf(tcb, arrives(seq, 101, len, 'ACK'))
    expect(result.sent).toEqual(sent)
    const isHeld = seq === 400 || seq === 7
    expect(result.end.held.length).toBe(isHeld ? 1 : 0)
    if (!isHeld) expect(result.end.receiveQueued).toBe((result.end.rcvNxt - tcb.rcvNxt) >>> 0)
  })
})

describe('a segment that Table 6 finds unacceptable (3.10.7.4 first)', () => {
  it.each([
    ['length 0, window 0: one before RCV.NXT', closed, 300, 0, 'ACK'],
    ['length 0, window 0: one after RCV.NXT', closed, 302, 0, 'ACK'],
    ['length >0, window 0: text at RCV.NXT', closed, 301, 1, 'ACK'],
    ['length >0, window 0: a FIN at RCV.NXT', closed, 301, 0, 'FIN,ACK'],
    ['length 0, window >0: left of the window', window100, 300, 0, 'ACK'],
    ['length 0, window >0: right of the window', window100, 401, 0, 'ACK'],
    ['length >0, window >0: ends before the window', window100, 291, 10, 'ACK'],
    ['length >0, window >0: begins after the window', window100, 401, 10, 'ACK'],
    ['length >0, window >0: begins before the window and ends after it', window100, 300, 102, 'ACK'],
    ['a FIN that ends before the window', window100, 300, 0, 'FIN,ACK'],
  ])('ESTABLISHED_rcv %s: <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>, dropped', (_, tcb, seq, len, ctl) => {
    expect(outcomeOf(tcb, arrives(seq, 101, len, ctl))).toEqual({ end: tcb, sent: [ackOf301], told: [] })
  })

  it.each([
    [4_294_967_293, 0],
    [8, 0],
    [4_294_967_290, 4],
  ])('ESTABLISHED_rcv SEQ=%i, %i octets, outside a window that wraps (3.4)', (seq, len) => {
    expect(outcomeOf(wrapping, arrives(seq, 101, len, 'ACK'))).toEqual({
      end: wrapping,
      sent: ['<SEQ=101><ACK=4294967294><CTL=ACK>'],
      told: [],
    })
  })

  it.each([synReceived, ...synchronized])('$state_rcv-RST outside the window: dropped without an answer', (tcb) => {
    for (const seq of [tcb.rcvNxt - 1, tcb.rcvNxt + 1000]) {
      expect(outcomeOf(tcb, arrives(seq, null, 0, 'RST'))).toEqual({ end: tcb, sent: [], told: [] })
    }
  })

  it('ESTABLISHED_rcv-RST with text: held against the window by SEG.SEQ alone (3.5.3, MUST-66)', () => {
    expect(outcomeOf(closed, arrives(301, null, 10, 'RST')).end.state).toBe('CLOSED')
    expect(outcomeOf(window100, arrives(295, null, 10, 'RST'))).toEqual({ end: window100, sent: [], told: [] })
  })

  it('ESTABLISHED_rcv-URG at a closed window: told, though the segment is dropped (MUST-66)', () => {
    expect(outcomeOf(closed, arrives(301, 101, 5, 'ACK,URG'))).toEqual({
      end: closed,
      sent: [ackOf301],
      told: ['user: urgent data'],
    })
    expect(outcomeOf(closed, arrives(302, 101, 5, 'ACK,URG')).told).toEqual([])
    expect(outcomeOf(closed, arrives(301, 101, 5, 'ACK')).told).toEqual([])
    expect(outcomeOf(window100, arrives(300, 101, 0, 'ACK,URG')).told).toEqual([])
    expect(outcomeOf({ ...timeWait, rcvWnd: 0 }, arrives(302, 102, 5, 'ACK,URG')).told).toEqual([])
  })

  it('TIME-WAIT_rcv the FIN again: acknowledged', () => {
    expect(outcomeOf(timeWait, arrives(301, 102, 0, 'FIN,ACK'))).toEqual({
      end: timeWait,
      sent: ['<SEQ=102><ACK=302><CTL=ACK>'],
      told: [],
    })
  })
})

describe('the FIN again in TIME-WAIT, whose wait begins anew (ambiguities.ts, retransmitted-fin-in-time-wait)', () => {
  const checkOf = (tcb: Tcb, seq: number, ack: number | null, len: number, ctl: string) =>
    run({ profile: 'rfc9293', iss: 300 }, tcb, arrives(seq, ack, len, ctl)).moves[0]?.checks.at(-1)

  it.each([
    ['is the FIN that took us here', timeWait, 301, 102, 0, 'FIN,ACK', 'sequence.fin-again'],
    ['is the FIN with the text before it', timeWait, 291, 102, 10, 'FIN,ACK', 'sequence.fin-again'],
    ['has no FIN', timeWait, 301, 102, 0, 'ACK', 'sequence.not-acceptable'],
    ['ends with text where the FIN was', timeWait, 300, 102, 2, 'ACK', 'sequence.not-acceptable'],
    ['has no ACK', timeWait, 301, null, 0, 'FIN', 'sequence.not-acceptable'],
    ['has a SYN as well', timeWait, 300, 102, 0, 'SYN,FIN,ACK', 'sequence.not-acceptable'],
    ['is an older FIN', timeWait, 300, 102, 0, 'FIN,ACK', 'sequence.not-acceptable'],
    ['comes to CLOSING', closing, 301, 101, 0, 'FIN,ACK', 'sequence.not-acceptable'],
    ['comes to LAST-ACK', lastAck, 301, 101, 0, 'FIN,ACK', 'sequence.not-acceptable'],
  ])('a segment that %s', (_, tcb, seq, ack, len, ctl, check) => {
    expect(checkOf(tcb, seq, ack, len, ctl)).toBe(check)
  })
})

describe('the SYN,ACK of a simultaneous open (Figure 7, line 6)', () => {
  const crossed = inState('SYN-RECEIVED', { sndUna: 100 })

  it('SYN-RECEIVED_rcv <SEQ=300><ACK=101><CTL=SYN,ACK>: ESTABLISHED', () => {
    expect(outcomeOf(crossed, arrives(300, 101, 0, 'SYN,ACK'))).toEqual({ end: established, sent: [], told: [] })
  })

  it.each([
    ['acknowledges nothing new', crossed, 300, 100, 'SYN,ACK'],
    ['acknowledges what was never sent', crossed, 300, 102, 'SYN,ACK'],
    ['is numbered otherwise', crossed, 299, 101, 'SYN,ACK'],
    ['has no SYN', crossed, 300, 101, 'ACK'],
    ['has no ACK', crossed, 300, null, 'SYN'],
  ])('SYN-RECEIVED_rcv one that %s: answered by an ACK', (_, tcb, seq, ack, ctl) => {
    expect(outcomeOf(tcb, arrives(seq, ack, 0, ctl))).toEqual({ end: tcb, sent: [ackOf301], told: [] })
  })

  it('SYN-RECEIVED_rcv after a passive OPEN: no SYN crossed, so it is old', () => {
    expect(outcomeOf(synReceived, arrives(100, 301, 0, 'SYN,ACK'))).toEqual({
      end: synReceived,
      sent: ['<SEQ=301><ACK=101><CTL=ACK>'],
      told: [],
    })
  })
})

describe('trimming: "only the new parts are processed" (3.10.7.4 first)', () => {
  it.each([
    ['text left of RCV.NXT', 296, 10, 'ACK', 306, 5],
    ['text beyond the window', 301, 110, 'ACK', 401, 100],
    ['the last octet alone', 292, 10, 'ACK', 302, 1],
  ])('ESTABLISHED_rcv: %s is trimmed off', (_, seq, len, ctl, rcvNxt, delivered) => {
    expect(outcomeOf(window100, arrives(seq, 101, len, ctl))).toEqual({
      end: { ...window100, rcvNxt, receiveQueued: delivered },
      sent: [`<SEQ=101><ACK=${rcvNxt}><CTL=ACK>`],
      told: [],
    })
  })

  it('ESTABLISHED_rcv-FIN: the FIN behind old text is new', () => {
    expect(outcomeOf(window100, arrives(291, 101, 10, 'FIN,ACK'))).toEqual({
      end: { ...window100, state: 'CLOSE-WAIT', rcvNxt: 302 },
      sent: ['<SEQ=101><ACK=302><CTL=ACK>'],
      told: ['user: connection closing'],
    })
  })

  it('ESTABLISHED_rcv-FIN: a FIN at the right edge is in the window', () => {
    expect(outcomeOf(window100, arrives(301, 101, 99, 'FIN,ACK')).end).toMatchObject({
      state: 'CLOSE-WAIT',
      rcvNxt: 401,
    })
  })

  it.each([100, 101, 150])('ESTABLISHED_rcv-FIN: a FIN behind %i octets lies beyond the window and goes', (len) => {
    expect(outcomeOf(window100, arrives(301, 101, len, 'FIN,ACK'))).toEqual({
      end: { ...window100, rcvNxt: 401, receiveQueued: 100 },
      sent: ['<SEQ=101><ACK=401><CTL=ACK>'],
      told: [],
    })
  })

  it('ESTABLISHED_rcv: what is held comes again with URG and is held once, its URG not lost', () => {
    const held = outcomeOf(window100, arrives(311, 101, 10, 'ACK')).end
    expect(outcomeOf(held, arrives(311, 101, 10, 'ACK,PSH,URG')).end.held).toEqual([
      segmentOf(311, 101, 10, 'ACK,PSH,URG'),
    ])
    expect(outcomeOf(held, arrives(311, 101, 10, 'ACK')).end.held).toEqual(held.held)
  })

  it('ESTABLISHED_rcv: what is held beyond RCV.NXT is trimmed on the right alone', () => {
    expect(outcomeOf(window100, arrives(391, 101, 20, 'FIN,ACK')).end.held).toEqual([segmentOf(391, 101, 10, 'ACK')])
  })

  it.each<[Profile]>([['rfc9293'], ['rfc793']])(
    'SYN-RECEIVED_rcv: an old SYN goes, the text after it stays: %s',
    (profile) => {
      expect(outcomeOf(synReceived, arrives(100, 301, 10, 'SYN,ACK'), profile)).toEqual({
        end: { ...synReceived, state: 'ESTABLISHED', sndUna: 301, rcvNxt: 111, receiveQueued: 10 },
        sent: ['<SEQ=301><ACK=111><CTL=ACK>'],
        told: [],
      })
    },
  )

  it('ESTABLISHED_rcv: an old SYN goes, the text after it stays, without RFC 5961', () => {
    expect(outcomeOf(window100, arrives(300, 101, 10, 'SYN,ACK'), 'rfc9293-no-5961')).toEqual({
      end: { ...window100, rcvNxt: 311, receiveQueued: 10 },
      sent: ['<SEQ=101><ACK=311><CTL=ACK>'],
      told: [],
    })
  })

  it('ESTABLISHED_rcv: the trimming wraps with the numbers (3.4)', () => {
    expect(outcomeOf(wrapping, arrives(4_294_967_292, 101, 8, 'ACK')).end).toMatchObject({
      rcvNxt: 4,
      receiveQueued: 6,
    })
    expect(outcomeOf(wrapping, arrives(4_294_967_294, 101, 20, 'ACK')).end).toMatchObject({
      rcvNxt: 8,
      receiveQueued: 10,
    })
  })
})

describe('segments with higher beginning sequence numbers (SHLD-31, MAY-13)', () => {
  const first = segmentOf(311, 101, 10, 'ACK')
  const second = segmentOf(321, 101, 0, 'FIN,ACK')

  it('ESTABLISHED_rcv-text beyond RCV.NXT: held, and RCV.NXT acknowledged', () => {
    expect(outcomeOf(established, { kind: 'segment', segment: first })).toEqual({
      end: { ...established, held: [first] },
      sent: [ackOf301],
      told: [],
    })
  })

  it('ESTABLISHED_rcv the same again: held once', () => {
    const tcb = { ...established, held: [first] }
    expect(outcomeOf(tcb, { kind: 'segment', segment: first }).end).toEqual(tcb)
  })

  it('ESTABLISHED_rcv without ACK beyond RCV.NXT: dropped in the fifth step, not held', () => {
    expect(outcomeOf(established, arrives(311, null, 10, ''))).toEqual({ end: established, sent: [], told: [] })
  })

  it('ESTABLISHED_rcv-text that fills the gap: all is processed before one ACK is sent (MUST-58, MUST-59)', () => {
    const tcb = { ...established, held: [second, first] }
    expect(outcomeOf(tcb, arrives(301, 101, 10, 'ACK'))).toEqual({
      end: inState('CLOSE-WAIT', { rcvNxt: 322, receiveQueued: 20 }),
      sent: ['<SEQ=101><ACK=322><CTL=ACK>'],
      told: ['user: connection closing'],
    })
  })

  it('ESTABLISHED_rcv-text that fills half the gap: the rest stays held', () => {
    const tcb = { ...established, held: [segmentOf(321, 101, 5, 'ACK')] }
    expect(outcomeOf(tcb, arrives(301, 101, 10, 'ACK')).end).toEqual({ ...tcb, rcvNxt: 311, receiveQueued: 10 })
  })

  it('ESTABLISHED_rcv-text over what is held: only its new part is processed', () => {
    const tcb = { ...established, held: [first] }
    expect(outcomeOf(tcb, arrives(301, 101, 15, 'ACK')).end).toEqual({ ...established, rcvNxt: 321, receiveQueued: 20 })
  })

  it.each([20, 25])('ESTABLISHED_rcv-text of %i octets, past all that is held: nothing is left to process', (len) => {
    const tcb = { ...established, held: [first] }
    expect(outcomeOf(tcb, arrives(301, 101, len, 'ACK'))).toEqual({
      end: { ...established, rcvNxt: 301 + len, receiveQueued: len },
      sent: [`<SEQ=101><ACK=${301 + len}><CTL=ACK>`],
      told: [],
    })
  })

  it('FIN-WAIT-1_rcv-text: a held ACK of our FIN counts when its turn comes', () => {
    const tcb = inState('FIN-WAIT-1', { sndNxt: 102, held: [segmentOf(311, 102, 0, 'ACK')] })
    expect(outcomeOf(tcb, arrives(301, 101, 10, 'ACK'))).toEqual({
      end: inState('FIN-WAIT-2', { sndUna: 102, sndNxt: 102, rcvNxt: 311, receiveQueued: 10 }),
      sent: ['<SEQ=102><ACK=311><CTL=ACK>'],
      told: ['outstanding CLOSE: ok'],
    })
  })

  it('SYN-RECEIVED_rcv-text beyond RCV.NXT: held until ESTABLISHED, then in its turn', () => {
    const held = { ...synReceived, held: [segmentOf(111, 301, 5, 'ACK')] }
    expect(outcomeOf(synReceived, arrives(111, 301, 5, 'ACK'))).toEqual({
      end: held,
      sent: ['<SEQ=301><ACK=101><CTL=ACK>'],
      told: [],
    })
    expect(outcomeOf(held, arrives(101, 301, 10, 'ACK'))).toEqual({
      end: { ...synReceived, state: 'ESTABLISHED', sndUna: 301, rcvNxt: 116, receiveQueued: 15 },
      sent: ['<SEQ=301><ACK=116><CTL=ACK>'],
      told: [],
    })
  })
})
