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
