import { describe, expect, it } from 'vitest'
import { formatSegment } from '../segment'
import type { Step } from './move'
import { runTrial, trials } from './trials'

function told({ move, after }: Step): string {
  const states = `${after.A.state}, ${after.B.state}`
  if ('segment' in move) return `${move.kind} ${move.segment.from} ${formatSegment(move.segment.segment)}: ${states}`
  return `${move.side} ${move.kind === 'call' ? move.call.call : move.kind}: ${states}`
}

const found = (trial: (typeof trials)[number]) => {
  const result = runTrial(trial, 'broken')
  return result.kind === 'found' && result.steps.map(told)
}

describe('a rule taken away', () => {
  it.each(trials)('breaks nothing while it is in place: %s', (trial) => {
    expect(runTrial(trial, 'kept').kind).toBe('none')
  })

  it('third segment', () => {
    expect(found('third segment')).toMatchInlineSnapshot(`
      [
        "deliver A <SEQ=100><CTL=SYN>: CLOSED, ESTABLISHED",
        "deliver A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: CLOSED, ESTABLISHED",
      ]
    `)
  })

  it('fresh ISN', () => {
    expect(found('fresh ISN')).toMatchInlineSnapshot(`
      [
        "A crash: CLOSED, ESTABLISHED",
        "B crash: CLOSED, CLOSED",
        "duplicate A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: CLOSED, CLOSED",
        "deliver A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: CLOSED, CLOSED",
        "B OPEN: CLOSED, LISTEN",
        "A OPEN: SYN-SENT, LISTEN",
        "deliver A <SEQ=100><CTL=SYN>: SYN-SENT, SYN-RECEIVED",
        "deliver A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: SYN-SENT, ESTABLISHED",
      ]
    `)
  })

  it('FIN counted', () => {
    expect(found('FIN counted')).toMatchInlineSnapshot(`
      [
        "A CLOSE: FIN-WAIT-1, ESTABLISHED",
        "deliver A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: FIN-WAIT-1, ESTABLISHED",
        "lose A <SEQ=111><ACK=301><CTL=FIN,ACK>: FIN-WAIT-1, ESTABLISHED",
        "deliver B <SEQ=301><ACK=111><CTL=ACK>: FIN-WAIT-2, ESTABLISHED",
      ]
    `)
  })

  it('RST at RCV.NXT', () => {
    expect(found('RST at RCV.NXT')).toMatchInlineSnapshot(`
      [
        "deliver A <SEQ=601><CTL=RST>: ESTABLISHED, CLOSED",
      ]
    `)
  })
})
