import { describe, expect, it } from 'vitest'
import { drillScript } from './drill-script'
import { playScenario } from './play-scenario'
import { type ReadyName, readyNames, selectReady } from './ready-scenarios'

function scriptOf(name: ReadyName, side: 'A' | 'B'): readonly string[] {
  const result = playScenario(selectReady(name))
  if (result.kind === 'impossible') throw new Error(result.why)
  return drillScript(result.played, side).trimEnd().split('\n').slice(1)
}

describe('a script in the style of packetdrill', () => {
  it('numbers the handshake from 0 on each side', () => {
    expect(scriptOf('figure-6', 'A').slice(0, 4)).toEqual([
      '+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3',
      '+0 connect(3, ..., ...) = -1 EINPROGRESS',
      '+0 > S 0:0(0)',
      '+0 < S. 0:0(0) ack 1 win 65535',
    ])
    expect(scriptOf('figure-6', 'B').slice(1, 5)).toEqual([
      '+0 listen(3, 1) = 0',
      '+0 < S 0:0(0) win 65535',
      '+0 > S. 0:0(0) ack 1',
      '+0 < . 1:1(0) ack 1 win 65535',
    ])
  })

  it('goes on after a handshake that the scenario does not show', () => {
    expect(scriptOf('figure-12', 'A')).toEqual([
      '+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3',
      '// Socket 3 is connected: ESTABLISHED.',
      '+0 shutdown(3, SHUT_WR) = 0',
      '+0 > F. 1:1(0) ack 1',
      '+0 < . 1:1(0) ack 2 win 65535',
      '+0 < F. 1:1(0) ack 2 win 65535',
      '+0 > . 2:2(0) ack 2',
      '// time-wait timeout',
    ])
  })

  it('does not play what is lost, and plays the retransmission', () => {
    const arrivals = scriptOf('lost-third-segment', 'B').filter((line) => line.startsWith('+0 <'))
    expect(arrivals).toEqual(['+0 < S 0:0(0) win 65535', '+0 < . 1:1(0) ack 1 win 65535'])
    expect(scriptOf('lost-third-segment', 'B')).toContain('+1 > S. 0:0(0) ack 1')
  })

  it('counts data from its first octet to the one after its last', () => {
    expect(scriptOf('figure-6', 'A')).toContain('+0 > . 1:11(10) ack 1')
  })

  it.each(readyNames)('has every arrival of %s at B, in order', (name) => {
    const result = playScenario(selectReady(name))
    if (result.kind === 'impossible') throw new Error(result.why)
    const arrivals = result.played.steps.filter(({ move }) => move.kind === 'deliver' && move.segment.from === 'A')
    expect(scriptOf(name, 'B').filter((line) => line.startsWith('+0 <'))).toHaveLength(arrivals.length)
  })
})
