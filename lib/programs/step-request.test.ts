import { describe, expect, it } from 'vitest'
import { states } from '@/lib/tcp/states'
import { answerTo, arrives, closed, established, listening, refusalOf } from './requests.testing'

const ack = arrives('<SEQ=300><ACK=100><CTL=ACK>')
const close = { call: 'CLOSE' }
const synReceived = { ...established, state: 'SYN-RECEIVED', iss: 100, sndUna: 100, sndNxt: 101 }
const finWait1 = { ...established, state: 'FIN-WAIT-1', sndNxt: 101 }

function pointers(request: unknown): readonly string[] {
  return refusalOf(request).errors.map(({ pointer }) => pointer)
}

/** The least that a program must know to speak of each state. */
const plain: Record<(typeof states)[number], object> = {
  CLOSED: closed,
  LISTEN: listening,
  'SYN-SENT': { ...synReceived, state: 'SYN-SENT', opened: null, irs: 0, rcvNxt: 0 },
  'SYN-RECEIVED': synReceived,
  ESTABLISHED: { ...established, opened: null },
  'FIN-WAIT-1': { ...finWait1, opened: null },
  'FIN-WAIT-2': { ...established, opened: null, state: 'FIN-WAIT-2' },
  'CLOSE-WAIT': { ...established, opened: null, state: 'CLOSE-WAIT' },
  CLOSING: { ...finWait1, opened: null, state: 'CLOSING' },
  'LAST-ACK': { ...finWait1, opened: null, state: 'LAST-ACK' },
  'TIME-WAIT': { ...established, opened: null, state: 'TIME-WAIT' },
}

describe('the request of /api/step', () => {
  it.each(states)('takes a plain TCB in %s', (state) => {
    expect(answerTo({ tcb: plain[state], event: { call: 'STATUS' } }).state).toBe(state)
  })

  it.each(['CLOSED', 'LISTEN'])('takes what is left over of another connection in %s', (state) => {
    const tcb = { ...established, state, sndNxt: 90, sendQueued: 3, closeQueued: true }
    expect(answerTo({ tcb, event: { call: 'STATUS' } }).state).toBe(state)
  })

  it.each([
    ['no profile of ours', { profile: 'rfc9999', tcb: established, event: close }, ['/profile']],
    ['no TCB', { event: close }, ['/tcb']],
    ['no event', { tcb: established }, ['/event']],
    ['nothing', {}, ['/tcb', '/event']],
    ['no object', [], ['']],
    ['null', null, ['']],
    ['an unknown key', { tcb: established, event: close, extra: 1 }, ['/extra']],
    [
      'an unknown key in the TCB',
      { tcb: { ...established, sndWnd: 1, 'a/b~c': 2 }, event: close },
      ['/tcb/sndWnd', '/tcb/a~1b~0c'],
    ],
    ['a state of another spelling', { tcb: { ...established, state: 'SYN_SENT' }, event: close }, ['/tcb/state']],
    ['a number beyond 2^32 - 1', { tcb: { ...established, iss: 2 ** 32 }, event: close }, ['/tcb/iss']],
    ['a negative number', { tcb: { ...established, irs: -1 }, event: close }, ['/tcb/irs']],
    ['half a number', { tcb: { ...established, rcvNxt: 0.5 }, event: close }, ['/tcb/rcvNxt']],
    ['a number in a string', { tcb: { ...established, rcvNxt: '300' }, event: close }, ['/tcb/rcvNxt']],
    ['a window beyond 2^30', { tcb: { ...established, rcvWnd: 2 ** 30 + 1 }, event: close }, ['/tcb/rcvWnd']],
    ['a negative queue', { tcb: { ...established, sendQueued: -1 }, event: close }, ['/tcb/sendQueued']],
    ['an ISS beyond 2^32 - 1', { tcb: listening, event: close, iss: 2 ** 32 }, ['/iss']],
  ])('refuses %s', (_, request, expected) => {
    expect(pointers(request)).toEqual(expected)
  })

  it.each([
    ['no event at all', {}, ['/event']],
    ['two events', { ...close, timeout: 'user' }, ['/event']],
    ['an unknown call', { call: 'FLUSH' }, ['/event/call']],
    ['OPEN without its mode', { call: 'OPEN', remote: true }, ['/event/mode']],
    ['CLOSE with a mode', { ...close, mode: 'active' }, ['/event/mode']],
    ['SEND of nothing', { call: 'SEND', len: 0 }, ['/event/len']],
    ['an unknown timeout', { timeout: 'keep-alive' }, ['/event/timeout']],
    ['ACK without ack', { segment: { seq: 1, ctl: ['ACK'] } }, ['/event/segment/ack']],
    ['ack without ACK', { segment: { seq: 1, ack: 2, ctl: ['SYN'] } }, ['/event/segment/ack']],
    ['a control bit twice', { segment: { seq: 1, ctl: ['SYN', 'SYN'] } }, ['/event/segment/ctl/1']],
    ['an unknown control bit', { segment: { seq: 1, ctl: ['SYN', 'ECE'] } }, ['/event/segment/ctl/1']],
    ['more text than fits', { segment: { seq: 1, ctl: [], len: 65_536 } }, ['/event/segment/len']],
    ['SEG.SEQ beyond 2^32 - 1', { segment: { seq: 2 ** 32, ctl: [] } }, ['/event/segment/seq']],
    ['SEG.ACK below 0', { segment: { seq: 0, ack: -1, ctl: ['ACK'] } }, ['/event/segment/ack']],
    ['a segment without number and bits', { segment: {} }, ['/event/segment/seq', '/event/segment/ctl']],
    ['an unknown key in the segment', { segment: { seq: 1, ctl: [], wnd: 1 } }, ['/event/segment/wnd']],
  ])('refuses an event: %s', (_, event, expected) => {
    expect(pointers({ tcb: established, event })).toEqual(expected)
  })

  it.each([
    ['SYN-RECEIVED opened by nobody', { ...synReceived, opened: null }, 'opened'],
    ['SYN-SENT with its SYN acknowledged', { ...synReceived, state: 'SYN-SENT', sndUna: 101 }, 'sndUna'],
    ['SYN-RECEIVED with its SYN acknowledged', { ...synReceived, sndUna: 101 }, 'sndUna'],
    ['SYN-SENT with more than a SYN sent', { ...synReceived, state: 'SYN-SENT', sndNxt: 102 }, 'sndNxt'],
    ['SYN-RECEIVED with nothing sent', { ...synReceived, sndNxt: 100 }, 'sndNxt'],
    ['SND.NXT behind SND.UNA', { ...established, sndNxt: 99 }, 'sndNxt'],
    ['SND.NXT behind SND.UNA, modulo 2^32', { ...established, sndUna: 0, sndNxt: 2 ** 32 - 1 }, 'sndNxt'],
    ['SND.NXT far ahead', { ...established, sndNxt: 101 + 2 ** 31 }, 'sndNxt'],
    ['FIN-WAIT-2 with its FIN unacknowledged', { ...finWait1, state: 'FIN-WAIT-2' }, 'sndNxt'],
    ['TIME-WAIT with its FIN unacknowledged', { ...finWait1, state: 'TIME-WAIT' }, 'sndNxt'],
    ['FIN-WAIT-1 with its FIN acknowledged', { ...finWait1, sndUna: 101 }, 'sndNxt'],
    ['CLOSING with its FIN acknowledged', { ...finWait1, state: 'CLOSING', sndUna: 101 }, 'sndNxt'],
    ['LAST-ACK with its FIN acknowledged', { ...finWait1, state: 'LAST-ACK', sndUna: 101 }, 'sndNxt'],
    ['LAST-ACK with SENDs behind its FIN', { ...finWait1, state: 'LAST-ACK', sendQueued: 1 }, 'sendQueued'],
    ['a CLOSE that waits for nothing', { ...synReceived, closeQueued: true }, 'closeQueued'],
    ['a CLOSE that waits in ESTABLISHED', { ...established, closeQueued: true, sendQueued: 1 }, 'closeQueued'],
  ])('refuses a TCB that contradicts itself: %s', (_, tcb, field) => {
    expect(pointers({ tcb, event: ack })).toEqual([`/tcb/${field}`])
  })

  it.each([
    ['nothing unacknowledged', { ...established, sndUna: 0, sndNxt: 0 }],
    ['2^31 - 1 octets unacknowledged', { ...established, sndUna: 2 ** 31, sndNxt: 2 ** 32 - 1 }],
    ['numbers that have wrapped', { ...established, sndUna: 2 ** 32 - 1, sndNxt: 4 }],
    ['SENDs queued in FIN-WAIT-1', { ...finWait1, sndUna: 101, sendQueued: 1 }],
  ])('takes a TCB with %s', (_, tcb) => {
    expect(() => answerTo({ tcb, event: ack })).not.toThrow()
  })

  it('lists twenty faults at most', () => {
    const unknown = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, 0]))
    expect(pointers({ tcb: established, event: close, ...unknown })).toHaveLength(20)
  })

  it('is refused with problem details (RFC 9457)', () => {
    expect(refusalOf({ tcb: { ...finWait1, state: 'TIME-WAIT' }, event: close, extra: 1 })).toEqual({
      type: '/programs#invalid-request',
      title: 'The request does not say what it must',
      status: 400,
      detail: '/tcb/sndNxt: Must be sndUna: in this state our FIN is acknowledged, and all before it (and 1 more)',
      errors: [
        { pointer: '/tcb/sndNxt', detail: 'Must be sndUna: in this state our FIN is acknowledged, and all before it' },
        { pointer: '/extra', detail: 'Unknown key' },
      ],
    })
  })
})
