import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import { arrives, outcomeOf } from './endpoints.testing'

describe('a segment in CLOSED (3.10.7.1)', () => {
  it.each(['RST', 'RST,ACK', 'SYN,RST'])('CLOSED_rcv-%s: discarded, a reset never answers a reset (3.5.2)', (ctl) => {
    expect(outcomeOf(noTcb, arrives(7, ctl === 'RST,ACK' ? 8 : null, 0, ctl))).toEqual({
      end: noTcb,
      sent: [],
      told: [],
    })
  })

  it.each([
    ['SYN', 100, 0, '<SEQ=0><ACK=101><CTL=RST,ACK>'],
    ['SYN,FIN', 100, 10, '<SEQ=0><ACK=112><CTL=RST,ACK>'],
    ['FIN', 4_294_967_295, 0, '<SEQ=0><ACK=0><CTL=RST,ACK>'],
    ['', 100, 10, '<SEQ=0><ACK=110><CTL=RST,ACK>'],
  ])('CLOSED_rcv-"%s" without ACK: <SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>', (ctl, seq, len, reset) => {
    expect(outcomeOf(noTcb, arrives(seq, null, len, ctl))).toEqual({ end: noTcb, sent: [reset], told: [] })
  })

  it('CLOSED_rcv-text: <SEQ=SEG.ACK><CTL=RST> (Figure 10)', () => {
    expect(outcomeOf(noTcb, arrives(300, 100, 10, 'ACK'))).toEqual({
      end: noTcb,
      sent: ['<SEQ=100><CTL=RST>'],
      told: [],
    })
  })

  it.each(['SYN,ACK', 'ACK', 'FIN,ACK'])('CLOSED_rcv-%s: <SEQ=SEG.ACK><CTL=RST>', (ctl) => {
    expect(outcomeOf(noTcb, arrives(7, 8, 0, ctl)).sent).toEqual(['<SEQ=8><CTL=RST>'])
  })
})
