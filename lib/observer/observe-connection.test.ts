import { describe, expect, it } from 'vitest'
import { linuxCapture } from '@/lib/capture/linux-capture.testing'
import { readCapture } from '@/lib/capture/read-capture'
import { type ControlBit, controlBits, type Segment } from '@/lib/tcp/segment'
import { formatMark } from './mark'
import { observeCapture } from './observe-capture'
import { observeConnection } from './observe-connection'
import type { Passed } from './passed'

/** `A SYN 100`, `B SYN,ACK 300 101`, `A ACK 101 301 +10`: who sends what, numbered how, with how much text. */
function passedOf(line: string, index: number): Passed {
  const [side = '', flags = '', seq = '', ...rest] = line.split(' ')
  const text = rest.find((word) => word.startsWith('+'))
  const window = rest.find((word) => word.startsWith('w'))
  const id = rest.find((word) => word.startsWith('#'))
  const ack = rest.find((word) => /^\d+$/.test(word))
  const ctl = controlBits.filter((bit: ControlBit) => flags.split(',').includes(bit))
  const segment: Segment = {
    seq: Number(seq),
    ack: ack === undefined ? null : Number(ack),
    ctl,
    len: Number(text ?? 0),
  }
  const [from, to] = side === 'A' ? ['A', 'B'] : ['B', 'A']
  return {
    frame: index + 1,
    from: from ?? '',
    to: to ?? '',
    segment,
    window: window === undefined ? null : Number(window.slice(1)),
    scale: ctl.includes('SYN') && window !== undefined ? 0 : null,
    id: id === undefined ? null : Number(id.slice(1)),
  }
}

/** What is told of A, of B, and the marks, a line for each segment. */
function observed(lines: readonly string[]): readonly string[] {
  return [...observeConnection(lines.map(passedOf))].map(({ passed, sender, receiver, marks }) => {
    const [a, b] = passed.from === 'A' ? [sender, receiver] : [receiver, sender]
    return [`${a.join(' ')} | ${b.join(' ')}`, ...marks.map(formatMark)].join(' | ')
  })
}

type Line = readonly [segment: string, told: string]

const open: readonly Line[] = [
  ['A SYN 100', 'SYN-SENT | LISTEN SYN-RECEIVED'],
  ['B SYN,ACK 300 101', 'SYN-SENT ESTABLISHED | SYN-RECEIVED'],
  ['A ACK 101 301', 'ESTABLISHED | SYN-RECEIVED ESTABLISHED'],
]

const textbook: Record<string, readonly Line[]> = {
  'a handshake, text, and a close in four segments': [
    ...open,
    ['A ACK 101 301 +10', 'ESTABLISHED | SYN-RECEIVED ESTABLISHED'],
    ['B ACK 301 111', 'ESTABLISHED | ESTABLISHED'],
    ['A FIN,ACK 111 301', 'FIN-WAIT-1 | ESTABLISHED CLOSE-WAIT'],
    ['B ACK 301 112', 'FIN-WAIT-1 FIN-WAIT-2 | CLOSE-WAIT'],
    ['B FIN,ACK 301 112', 'FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT | LAST-ACK'],
    ['A ACK 112 302', 'TIME-WAIT | CLOSED LAST-ACK'],
  ],
  'a close in three segments': [
    ...open,
    ['A FIN,ACK 101 301', 'FIN-WAIT-1 | SYN-RECEIVED ESTABLISHED CLOSE-WAIT'],
    ['B FIN,ACK 301 102', 'FIN-WAIT-1 TIME-WAIT | LAST-ACK'],
    ['A ACK 102 302', 'TIME-WAIT | CLOSED LAST-ACK'],
  ],
  'the last ACK is lost: the FIN again, and 2 MSL may have gone by': [
    ...open,
    ['A FIN,ACK 101 301', 'FIN-WAIT-1 | SYN-RECEIVED ESTABLISHED CLOSE-WAIT'],
    ['B FIN,ACK 301 102', 'FIN-WAIT-1 TIME-WAIT | LAST-ACK'],
    ['A ACK 102 302', 'TIME-WAIT | CLOSED LAST-ACK'],
    ['B FIN,ACK 301 102', 'CLOSED TIME-WAIT | LAST-ACK | retransmission'],
    ['A ACK 102 302', 'TIME-WAIT | CLOSED LAST-ACK'],
  ],
  'a refused connection': [
    ['A SYN 100', 'SYN-SENT | CLOSED LISTEN'],
    ['B RST,ACK 0 101', 'CLOSED SYN-SENT | CLOSED'],
  ],
  'a SYN that nobody answers': [
    ['A SYN 100', 'SYN-SENT | CLOSED LISTEN SYN-RECEIVED'],
    ['A SYN 100', 'SYN-SENT | CLOSED LISTEN SYN-RECEIVED | retransmission'],
  ],
  'a simultaneous open (Figure 7)': [
    ['A SYN 100', 'SYN-SENT | CLOSED LISTEN'],
    ['B SYN 300', 'SYN-SENT SYN-RECEIVED | SYN-SENT'],
    ['A SYN,ACK 100 301', 'SYN-RECEIVED | SYN-SENT SYN-RECEIVED ESTABLISHED | retransmission'],
    ['B SYN,ACK 300 101', 'SYN-RECEIVED ESTABLISHED | SYN-RECEIVED | retransmission'],
  ],
  'a simultaneous close (Figure 13)': [
    ...open,
    ['B ACK 301 101 +5', 'ESTABLISHED | ESTABLISHED'],
    ['A ACK 101 306', 'ESTABLISHED | ESTABLISHED'],
    ['A FIN,ACK 101 306', 'FIN-WAIT-1 | ESTABLISHED CLOSE-WAIT'],
    ['B FIN,ACK 306 101', 'FIN-WAIT-1 CLOSING | FIN-WAIT-1'],
    ['A ACK 102 307', 'CLOSING | FIN-WAIT-1 CLOSING TIME-WAIT'],
    ['B ACK 307 102', 'CLOSING TIME-WAIT | CLOSING TIME-WAIT'],
  ],
  'half-close: text flows on against the FIN': [
    ...open,
    ['A FIN,ACK 101 301', 'FIN-WAIT-1 | SYN-RECEIVED ESTABLISHED CLOSE-WAIT'],
    ['B ACK 301 102 +10', 'FIN-WAIT-1 FIN-WAIT-2 | CLOSE-WAIT'],
    // The text that it acknowledges came with the ACK of its FIN.
    ['A ACK 102 311', 'FIN-WAIT-2 | CLOSE-WAIT'],
  ],
  'half-close: text that was also sent before the FIN proves nothing': [
    ...open,
    ['B ACK 301 101 +10', 'ESTABLISHED | ESTABLISHED'],
    ['A FIN,ACK 101 301', 'FIN-WAIT-1 | ESTABLISHED CLOSE-WAIT'],
    ['B ACK 301 102 +10', 'FIN-WAIT-1 FIN-WAIT-2 | CLOSE-WAIT | retransmission'],
    ['A ACK 102 311', 'FIN-WAIT-1 FIN-WAIT-2 | CLOSE-WAIT'],
  ],
  'an ABORT': [
    ...open,
    ['A ACK 101 301 +10', 'ESTABLISHED | SYN-RECEIVED ESTABLISHED'],
    ['A RST 111', 'CLOSED | CLOSED LISTEN SYN-RECEIVED ESTABLISHED'],
  ],
  'a SYN scan: the host knows nothing of the SYN': [
    ['A SYN 100', 'SYN-SENT | LISTEN SYN-RECEIVED'],
    ['B SYN,ACK 300 101', 'CLOSED SYN-SENT ESTABLISHED | SYN-RECEIVED'],
    ['A RST 101', 'CLOSED | LISTEN SYN-RECEIVED'],
  ],
  'numbers that wrap around': [
    ['A SYN 4294967295', 'SYN-SENT | LISTEN SYN-RECEIVED'],
    ['B SYN,ACK 4294967290 0', 'SYN-SENT ESTABLISHED | SYN-RECEIVED'],
    ['A ACK 0 4294967291', 'ESTABLISHED | SYN-RECEIVED ESTABLISHED'],
    ['B ACK 4294967291 0 +10', 'ESTABLISHED | ESTABLISHED'],
    ['A ACK 0 5', 'ESTABLISHED | ESTABLISHED'],
  ],
}

describe('observeConnection', () => {
  it.each(Object.entries(textbook))('%s', (_, lines) => {
    expect(observed(lines.map(([segment]) => segment))).toEqual(lines.map(([, told]) => told))
  })

  const opened = open.map(([segment]) => segment)

  it.each([
    ['text after a FIN', ['A FIN,ACK 101 301', 'A ACK 102 301 +5'], 'impossible: text after FIN (RFC 9293 3.6)'],
    ['a FIN at another number', ['A FIN,ACK 101 301', 'A FIN,ACK 102 301'], 'impossible: second FIN (RFC 9293 3.6)'],
    ['an ACK of what was never sent', ['A ACK 101 5000'], 'impossible: ACK of what was never sent (RFC 9293 3.4)'],
    ['no ACK in a connection', ['A PSH 101 +5'], 'impossible: no ACK (RFC 9293 3.10.7.4 fifth)'],
    ['RST with SYN', ['A SYN,RST 101'], 'impossible: RST with SYN (RFC 9293 3.5.2)'],
    ['text after an ABORT', ['A RST 101', 'A ACK 101 301 +5'], 'impossible: text without connection (RFC 9293 3.10.2)'],
  ])('%s is marked', (_, more, mark) => {
    expect(observed([...opened, ...more]).at(-1)).toContain(mark)
  })

  it.each([
    ['a retransmission', ['A ACK 101 301 +10', 'A ACK 101 301 +10'], 'retransmission'],
    ['a copy', ['A ACK 101 301 +10 #7', 'A ACK 101 301 +10 #7'], 'duplicate'],
    ['what fills a gap', ['A ACK 111 301 +10', 'A ACK 101 301 +10'], 'out of order'],
    ['a gap', ['A ACK 111 301 +10'], 'not captured'],
    ['a keep-alive', ['B ACK 301 101', 'A ACK 100 301'], 'keep-alive'],
    ['an ACK again while text is on its way', ['A ACK 101 301 +10', 'B ACK 301 101', 'B ACK 301 101'], 'duplicate ACK'],
    ['a connection begun anew', ['A SYN 5000'], 'new connection'],
  ])('%s is marked', (_, more, mark) => {
    expect(
      observed([...opened, ...more])
        .at(-1)
        ?.split(' | ')
        .slice(2),
    ).toEqual([mark])
  })

  it('text beyond the window is marked, an octet to probe it is not', () => {
    const windowed = ['A SYN 100 w1000', 'B SYN,ACK 300 101 w100', 'A ACK 101 301 w1000']
    expect(observed([...windowed, 'A ACK 101 301 +300 w1000']).at(-1)).toContain('text beyond the window')
    expect(observed([...windowed, 'A ACK 101 301 +100 w1000', 'A ACK 201 301 +1 w1000']).at(-1)).toContain(
      'zero-window probe',
    )
    expect(observed([...windowed, 'A ACK 101 301 +100 w1000']).at(-1)).not.toContain('impossible')
  })

  it('begins in the midst of a connection as wide as it must, and narrows', () => {
    const [first, text, taken] = observed(['A ACK 1000 5000', 'A ACK 1000 5000 +10', 'B ACK 5000 1010'])
    expect(first?.split(' | ')[0]).toBe(
      'SYN-RECEIVED ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 CLOSE-WAIT CLOSING LAST-ACK TIME-WAIT',
    )
    expect(text?.split(' | ')[0]).toContain('ESTABLISHED')
    expect(text?.split(' | ')[0]).not.toContain('FIN-WAIT-2')
    expect(taken).not.toContain('impossible')
  })

  it('one direction alone gives no impossible segment', () => {
    const oneWay = [
      'A SYN 100',
      'A ACK 101 301',
      'A ACK 101 301 +10',
      'A ACK 111 901',
      'A FIN,ACK 111 901',
      'A ACK 112 902',
    ]
    expect(observed(oneWay).filter((line) => line.includes('impossible'))).toEqual([])
    expect(observed(oneWay)[4]?.split(' | ')[0]).toContain('FIN-WAIT-1')
    expect(observed(oneWay)[5]?.split(' | ')[0]).toContain('TIME-WAIT')
  })

  it('an ordinary host breaks no rule: Linux over its loopback', () => {
    const capture = readCapture(linuxCapture())
    const lines = capture.kind === 'capture' ? [...observeCapture(capture.segments)] : []
    expect(lines).toHaveLength(23)
    expect(lines.flatMap(({ marks }) => marks)).toEqual([])
    expect(lines.map(({ frame }) => frame)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1))
    // Who closed first has acknowledged the other's FIN, and is known to be in TIME-WAIT.
    expect(lines[9]?.states[lines[9].from]).toEqual(['TIME-WAIT'])
    expect(lines[20]?.states[lines[20].from]).toEqual(['TIME-WAIT'])
  })
})
