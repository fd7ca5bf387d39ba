import { describe, expect, it } from 'vitest'
import { replay } from '../replay/replay'
import { formatSegment } from '../segment'
import { compare, comparisons } from './comparisons'
import type { Step } from './move'

function told({ move, after }: Step): string {
  const states = `${after.A.state}, ${after.B.state}`
  if ('segment' in move) return `${move.kind} ${move.segment.from} ${formatSegment(move.segment.segment)}: ${states}`
  return `${move.side} ${move.kind === 'call' ? move.call.call : move.kind}: ${states}`
}

const partings = Object.fromEntries(
  comparisons.map((name) => {
    const { broken, kept, parting } = compare(name)
    const step = broken[parting.broken]
    const instead = parting.kind === 'forbidden' ? 'forbidden' : kept[parting.kept]
    return [name, [step && told(step), typeof instead === 'object' ? told(instead) : instead]]
  }),
)

describe('a run that breaks, and the same with the rule in place', () => {
  it('part where the rule speaks', () => {
    expect(partings).toMatchInlineSnapshot(`
      {
        "FIN counted": [
          "deliver B <SEQ=301><ACK=111><CTL=ACK>: FIN-WAIT-2, ESTABLISHED",
          "deliver B <SEQ=301><ACK=111><CTL=ACK>: FIN-WAIT-1, ESTABLISHED",
        ],
        "RST at RCV.NXT": [
          "deliver A <SEQ=601><CTL=RST>: ESTABLISHED, CLOSED",
          "deliver A <SEQ=601><CTL=RST>: ESTABLISHED, ESTABLISHED",
        ],
        "fresh ISN": [
          "A OPEN: SYN-SENT, LISTEN",
          "A OPEN: SYN-SENT, LISTEN",
        ],
        "lost last ACK": [
          "A timeout: CLOSED, LAST-ACK",
          "forbidden",
        ],
        "no TIME-WAIT": [
          "deliver B <SEQ=301><ACK=102><CTL=FIN,ACK>: CLOSED, LAST-ACK",
          "deliver B <SEQ=301><ACK=102><CTL=FIN,ACK>: TIME-WAIT, LAST-ACK",
        ],
        "old duplicate": [
          "A timeout: CLOSED, CLOSED",
          "forbidden",
        ],
        "reset in TIME-WAIT": [
          "deliver B <SEQ=302><CTL=RST>: CLOSED, CLOSED",
          "deliver B <SEQ=302><CTL=RST>: TIME-WAIT, CLOSED",
        ],
        "third segment": [
          "deliver A <SEQ=100><CTL=SYN>: CLOSED, ESTABLISHED",
          "deliver A <SEQ=100><CTL=SYN>: CLOSED, SYN-RECEIVED",
        ],
      }
    `)
  })

  it.each(comparisons)('%s: both begin alike, and are the machine’s own', (name) => {
    const { broken, kept, parting } = compare(name)
    expect(kept.slice(0, parting.broken).map(told)).toEqual(broken.slice(0, parting.broken).map(told))
    expect(kept.length).toBeGreaterThan(0)
    if (name === 'reset in TIME-WAIT') return
    for (const { run } of kept) if (run !== null) expect(replay(run)).toEqual({ kind: 'holds' })
  })
})
