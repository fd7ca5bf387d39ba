import { expect, it } from 'vitest'
import { figureText } from './figure-text'
import { playScenario } from './play-scenario'
import { type ReadyName, selectReady } from './ready-scenarios'

function textOf(name: ReadyName): string {
  const result = playScenario(selectReady(name))
  if (result.kind === 'impossible') throw new Error(result.why)
  return figureText(result.played)
}

/** The lines with a segment, one space for many. */
const segmentLines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.includes('<SEQ'))
    .map((line) =>
      line
        .replace(/^\d+\./, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )

it('Figure 6: its segments and states are the ones that RFC 9293 prints, but for the ACK of the data', () => {
  expect(segmentLines(textOf('figure-6')).slice(0, 4)).toEqual([
    'SYN-SENT --> <SEQ=100><CTL=SYN> --> SYN-RECEIVED',
    'ESTABLISHED <-- <SEQ=300><ACK=101><CTL=SYN,ACK> <-- SYN-RECEIVED',
    'ESTABLISHED --> <SEQ=101><ACK=301><CTL=ACK> --> ESTABLISHED',
    'ESTABLISHED --> <SEQ=101><ACK=301><CTL=ACK><DATA> --> ESTABLISHED',
  ])
})

// As RFC 9293 prints it, but for the blank lines between and how wide the columns are.
const figure12 = `
   TCP Peer A                                           TCP Peer B
   1.  ESTABLISHED                                          ESTABLISHED
   2.  (Close)
       FIN-WAIT-1  --> <SEQ=100><ACK=300><CTL=FIN,ACK>  --> CLOSE-WAIT
   3.  FIN-WAIT-2  <-- <SEQ=300><ACK=101><CTL=ACK>      <-- CLOSE-WAIT
   4.                                                       (Close)
       TIME-WAIT   <-- <SEQ=300><ACK=101><CTL=FIN,ACK>  <-- LAST-ACK
   5.  TIME-WAIT   --> <SEQ=101><ACK=301><CTL=ACK>      --> CLOSED
   6.  (2 MSL)
       CLOSED`

it('Figure 12 comes out as the RFC prints it, with both sides in columns', () => {
  const words = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim().split(/ +/))
      .filter(([first]) => first !== '')
  const text = textOf('figure-12')
  expect(words(text)).toEqual(words(figure12))
  const right = text.split('\n').filter((line) => /(-->|<--) [A-Z-]+$/.test(line))
  expect(new Set(right.map((line) => line.search(/ [A-Z-]+$/))).size).toBe(1)
})

// RFC 9293 prints A's SYN,ACK (its line 5) after A's SYN has arrived (its line 4). A answers B's SYN as soon as it comes,
// which is line 3: so the machine sends 5 before 4 arrives, and nothing else differs.
it('Figure 7 comes out line by line, but that A answers at once', () => {
  expect(segmentLines(textOf('figure-7'))).toEqual([
    'SYN-SENT --> <SEQ=100><CTL=SYN> ...',
    'SYN-RECEIVED <-- <SEQ=300><CTL=SYN> <-- SYN-SENT',
    'SYN-RECEIVED --> <SEQ=100><ACK=301><CTL=SYN,ACK> ...',
    '... <SEQ=100><CTL=SYN> --> SYN-RECEIVED',
    'ESTABLISHED <-- <SEQ=300><ACK=101><CTL=SYN,ACK> <-- SYN-RECEIVED',
    '... <SEQ=100><ACK=301><CTL=SYN,ACK> --> ESTABLISHED',
  ])
})

// The RFC writes what a peer makes of it, `(??)`, `(!!)` and `(Abort!!)`, where a state stands here.
it('Figure 9: the segments that RFC 9293 prints, in its order', () => {
  expect(segmentLines(textOf('figure-9'))).toEqual([
    'SYN-SENT --> <SEQ=400><CTL=SYN> --> ESTABLISHED',
    'SYN-SENT <-- <SEQ=300><ACK=100><CTL=ACK> <-- ESTABLISHED',
    'SYN-SENT --> <SEQ=100><CTL=RST> --> CLOSED',
    'SYN-SENT --> <SEQ=400><CTL=SYN> ...',
  ])
})

// As in Figure 9; and of all figures this one alone writes `<DATA=10>`, and before the bits. Figure 6 writes `<DATA>` last.
it('Figure 10: the segments that RFC 9293 prints, in its order', () => {
  expect(segmentLines(textOf('figure-10'))).toEqual([
    'CLOSED <-- <SEQ=300><ACK=100><CTL=ACK><DATA> <-- ESTABLISHED',
    'CLOSED --> <SEQ=100><CTL=RST> --> CLOSED',
  ])
})

// The RFC groups what crosses under one number, and leaves out the states that it has just printed. Each FIN is answered
// as soon as it comes, so A's ACK leaves before its FIN has arrived at B; the RFC prints it after.
it('Figure 13: both FINs cross, then both ACKs, and both wait', () => {
  const text = textOf('figure-13')
  expect(segmentLines(text)).toEqual([
    'FIN-WAIT-1 --> <SEQ=100><ACK=300><CTL=FIN,ACK> ...',
    'CLOSING <-- <SEQ=300><ACK=100><CTL=FIN,ACK> <-- FIN-WAIT-1',
    'CLOSING --> <SEQ=101><ACK=301><CTL=ACK> ...',
    '... <SEQ=100><ACK=300><CTL=FIN,ACK> --> CLOSING',
    'TIME-WAIT <-- <SEQ=301><ACK=101><CTL=ACK> <-- CLOSING',
    '... <SEQ=101><ACK=301><CTL=ACK> --> TIME-WAIT',
  ])
  expect(text.match(/\(2 MSL\)/g)).toHaveLength(2)
})

it('Figure 11: an old SYN stands in the network', () => {
  expect(segmentLines(textOf('figure-11'))).toEqual([
    '(duplicate) ... <SEQ=90><CTL=SYN> --> SYN-RECEIVED',
    'LISTEN <-- <SEQ=300><ACK=91><CTL=SYN,ACK> <-- SYN-RECEIVED',
    'LISTEN --> <SEQ=91><CTL=RST> --> LISTEN',
  ])
})

it('what is lost is marked where it ends', () => {
  expect(segmentLines(textOf('lost-third-segment'))[2]).toBe('ESTABLISHED --> <SEQ=101><ACK=301><CTL=ACK> ...')
  expect(segmentLines(textOf('lost-third-segment'))[3]).toBe('... <SEQ=101><ACK=301><CTL=ACK> X (lost)')
})
