import { describe, expect, it } from 'vitest'
import { replay } from '../replay/replay'
import { formatSegment } from '../segment'
import { experiments, runExperiment } from './experiments'
import type { Step } from './move'

function told(step: Step): string {
  const { move } = step
  switch (move.kind) {
    case 'call':
      return `${move.side} ${move.call.call}: ${step.after[move.side].state}`
    case 'timeout':
      return `${move.side} ${move.timeout} timeout: ${step.after[move.side].state}`
    case 'crash':
      return `${move.side} crashes: ${step.after[move.side].state}`
    default:
      return `${move.kind} ${move.segment.from} ${formatSegment(move.segment.segment)}: ${step.after.A.state}, ${step.after.B.state}`
  }
}

describe('what the wait of 2 MSL is for', () => {
  it.each(['lost last ACK', 'old duplicate'] as const)('nothing breaks with it: %s', (experiment) => {
    expect(runExperiment(experiment, '2 MSL').kind).toBe('none')
  })

  it('without it a lost last ACK lets a reset answer a FIN in LAST-ACK', () => {
    const result = runExperiment('lost last ACK', 'none')
    expect(result.kind === 'found' && result.steps.map(told)).toMatchInlineSnapshot(`
      [
        "A CLOSE: FIN-WAIT-1",
        "deliver A <SEQ=101><ACK=301><CTL=FIN,ACK>: FIN-WAIT-1, CLOSE-WAIT",
        "B CLOSE: LAST-ACK",
        "deliver B <SEQ=301><ACK=102><CTL=ACK>: FIN-WAIT-2, LAST-ACK",
        "deliver B <SEQ=301><ACK=102><CTL=FIN,ACK>: TIME-WAIT, LAST-ACK",
        "lose A <SEQ=102><ACK=302><CTL=ACK>: TIME-WAIT, LAST-ACK",
        "B retransmission timeout: LAST-ACK",
        "A time-wait timeout: CLOSED",
        "deliver B <SEQ=301><ACK=102><CTL=FIN,ACK>: CLOSED, LAST-ACK",
        "deliver A <SEQ=102><CTL=RST>: CLOSED, CLOSED",
      ]
    `)
  })

  it('without it an old duplicate is delivered in the next incarnation', () => {
    const result = runExperiment('old duplicate', 'none')
    expect(result.kind === 'found' && result.steps.map(told)).toMatchInlineSnapshot(`
      [
        "duplicate A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: ESTABLISHED, ESTABLISHED",
        "deliver A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: ESTABLISHED, ESTABLISHED",
        "deliver B <SEQ=301><ACK=111><CTL=ACK>: ESTABLISHED, ESTABLISHED",
        "A CLOSE: FIN-WAIT-1",
        "deliver A <SEQ=111><ACK=301><CTL=FIN,ACK>: FIN-WAIT-1, CLOSE-WAIT",
        "B CLOSE: LAST-ACK",
        "deliver B <SEQ=301><ACK=112><CTL=ACK>: FIN-WAIT-2, LAST-ACK",
        "deliver B <SEQ=301><ACK=112><CTL=FIN,ACK>: TIME-WAIT, LAST-ACK",
        "deliver A <SEQ=112><ACK=302><CTL=ACK>: TIME-WAIT, CLOSED",
        "A time-wait timeout: CLOSED",
        "B OPEN: LISTEN",
        "A OPEN: SYN-SENT",
        "deliver A <SEQ=100><CTL=SYN>: SYN-SENT, SYN-RECEIVED",
        "deliver A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: SYN-SENT, ESTABLISHED",
      ]
    `)
  })

  it('a reset that an old ACK draws ends the wait early (RFC 1337)', () => {
    const result = runExperiment('reset in TIME-WAIT', '2 MSL')
    expect(result.kind === 'found' && result.steps.map(told)).toMatchInlineSnapshot(`
      [
        "duplicate A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: ESTABLISHED, ESTABLISHED",
        "deliver A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: ESTABLISHED, ESTABLISHED",
        "deliver B <SEQ=301><ACK=111><CTL=ACK>: ESTABLISHED, ESTABLISHED",
        "A CLOSE: FIN-WAIT-1",
        "deliver A <SEQ=111><ACK=301><CTL=FIN,ACK>: FIN-WAIT-1, CLOSE-WAIT",
        "B CLOSE: LAST-ACK",
        "deliver B <SEQ=301><ACK=112><CTL=FIN,ACK>: TIME-WAIT, LAST-ACK",
        "deliver B <SEQ=301><ACK=112><CTL=ACK>: TIME-WAIT, LAST-ACK",
        "deliver A <SEQ=112><ACK=302><CTL=ACK>: TIME-WAIT, CLOSED",
        "deliver A <SEQ=112><ACK=302><CTL=ACK>: TIME-WAIT, CLOSED",
        "deliver B <SEQ=302><CTL=RST>: CLOSED, CLOSED",
        "B OPEN: LISTEN",
        "A OPEN: SYN-SENT",
        "deliver A <SEQ=100><CTL=SYN>: SYN-SENT, SYN-RECEIVED",
        "deliver A <SEQ=101><ACK=301><DATA=10><CTL=ACK>: SYN-SENT, ESTABLISHED",
      ]
    `)
  })

  // Exhaustive counts: a changed number needs a reason in the commit that changes it.
  it.each([
    ['lost last ACK', '2 MSL', 29],
    ['lost last ACK', 'none', 38],
    ['old duplicate', '2 MSL', 63],
    ['old duplicate', 'none', 82],
    ['reset in TIME-WAIT', '2 MSL', 217],
    ['reset in TIME-WAIT', 'none', 387],
  ] as const)('%s, wait %s: visits %i configurations', (experiment, wait, configurations) => {
    expect(runExperiment(experiment, wait).configurations).toBe(configurations)
  })

  it.each(['lost last ACK', 'old duplicate'] as const)(
    'no TIME-WAIT at all breaks as its wait does: %s',
    (experiment) => {
      expect(runExperiment(experiment, '2 MSL', { kind: 'no TIME-WAIT' }).kind).toBe('found')
    },
  )

  it('a reset that is ignored in TIME-WAIT ends no wait (RFC 1337)', () => {
    expect(runExperiment('reset in TIME-WAIT', '2 MSL', { kind: 'RST ignored in TIME-WAIT' }).kind).toBe('none')
  })

  it('every run that a search finds replays', () => {
    for (const experiment of experiments) {
      const result = runExperiment(experiment, 'none')
      if (result.kind !== 'found') throw new Error(`Nothing found: ${experiment}`)
      for (const { run } of result.steps) if (run !== null) expect(replay(run)).toEqual({ kind: 'holds' })
    }
  })
})
