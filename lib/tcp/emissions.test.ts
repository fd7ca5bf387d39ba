import { describe, expect, it } from 'vitest'
import { abortSegment, ackSegment, finSegment, resetFor, synAckSegment, synSegment, textSegment } from './emissions'
import { inState, segmentOf } from './event-processing/endpoints.testing'
import { formatSegment } from './segment'

const tcb = inState('ESTABLISHED', { iss: 100, sndNxt: 111, rcvNxt: 301 })

describe('what is sent, as the RFC prints it', () => {
  it.each([
    ['<SEQ=ISS><CTL=SYN> (3.10.1)', () => synSegment(tcb), '<SEQ=100><CTL=SYN>'],
    ['<SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK> (3.10.7.2)', () => synAckSegment(tcb), '<SEQ=100><ACK=301><CTL=SYN,ACK>'],
    ['<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK> (3.10.7.4)', () => ackSegment(tcb), '<SEQ=111><ACK=301><CTL=ACK>'],
    ['<SEQ=SND.NXT><ACK=RCV.NXT><CTL=FIN,ACK> (Figure 12)', () => finSegment(tcb), '<SEQ=111><ACK=301><CTL=FIN,ACK>'],
    ['text with an acknowledgment (3.10.2)', () => textSegment(tcb, 10), '<SEQ=111><ACK=301><DATA=10><CTL=ACK>'],
    ['<SEQ=SND.NXT><CTL=RST> (3.10.5)', () => abortSegment(tcb), '<SEQ=111><CTL=RST>'],
    ['<SEQ=SEG.ACK><CTL=RST> (3.5.2)', () => resetFor(segmentOf(7, 91, 10, 'ACK')), '<SEQ=91><CTL=RST>'],
    [
      '<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK> (3.5.2)',
      () => resetFor(segmentOf(100, null, 10, 'SYN')),
      '<SEQ=0><ACK=111><CTL=RST,ACK>',
    ],
  ])('%s', (_, segment, text) => {
    expect(formatSegment(segment())).toBe(text)
  })
})
