import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeouts } from '../tcp/events'
import { timelineOf } from '../tcp/peers/timeline-of'
import { profiles } from '../tcp/profiles'
import { replay } from '../tcp/replay/replay'
import { controlBits, formatSegment } from '../tcp/segment'
import { grantWish, playScenario } from './play-scenario'
import { readyNames, selectReady } from './ready-scenarios'
import { parseScenario, simulatorHref, writeScenario } from './scenario-link'
import { mostOctets, mostWishes, offeredCalls, type Scenario, starts, type Wish } from './wish'

function play(text: string) {
  const scenario = parseScenario(text)
  if (scenario === undefined) throw new Error(`Cannot read "${text}"`)
  const result = playScenario(scenario)
  if (result.kind === 'impossible') throw new Error(`Wish ${result.place} of "${text}": ${result.why}`)
  return result.played
}

describe('ready scenarios', () => {
  it.each(readyNames)('%s plays to its end, and every run of it replays', (name) => {
    const played = play(writeScenario(selectReady(name)))
    for (const { run } of played.steps) if (run !== null) expect(replay(run)).toEqual({ kind: 'holds' })
    const drawn = timelineOf(played.start, played.steps)
    expect(drawn.arrows.map(({ segment }) => segment)).toEqual(played.sent.map(({ segment }) => segment))
  })

  const ends = (name: (typeof readyNames)[number]) => {
    const { at, sent } = play(writeScenario(selectReady(name)))
    return [`${at.A.state}, ${at.B.state}`, ...sent.map(({ from, segment }) => `${from} ${formatSegment(segment)}`)]
  }

  it('Figure 8: the old SYN is answered, refused by A, and forgotten by B', () => {
    expect(ends('figure-8')).toEqual([
      'ESTABLISHED, ESTABLISHED',
      'A <SEQ=100><CTL=SYN>',
      'A <SEQ=90><CTL=SYN>',
      'B <SEQ=300><ACK=91><CTL=SYN,ACK>',
      'A <SEQ=91><CTL=RST>',
      'B <SEQ=400><ACK=101><CTL=SYN,ACK>',
      'A <SEQ=101><ACK=401><CTL=ACK>',
    ])
  })

  it('Figure 9: half-open, found out by the one who has crashed', () => {
    expect(ends('figure-9')).toEqual([
      'SYN-SENT, CLOSED',
      'A <SEQ=400><CTL=SYN>',
      'B <SEQ=300><ACK=100><CTL=ACK>',
      'A <SEQ=100><CTL=RST>',
      'A <SEQ=400><CTL=SYN>',
    ])
  })

  it('three segments suffice where the user closes before the FIN is answered', () => {
    expect(ends('three-segment-close')).toEqual([
      'CLOSED, CLOSED',
      'A <SEQ=100><ACK=300><CTL=FIN,ACK>',
      'B <SEQ=300><ACK=101><CTL=FIN,ACK>',
      'A <SEQ=101><ACK=301><CTL=ACK>',
    ])
  })

  // The states at the end, each as its figure or its name has it.
  it.each([
    ['figure-6', 'ESTABLISHED, ESTABLISHED'],
    ['figure-7', 'ESTABLISHED, ESTABLISHED'],
    ['figure-10', 'CLOSED, CLOSED'],
    ['figure-11', 'LISTEN, LISTEN'],
    ['figure-12', 'CLOSED, CLOSED'],
    ['figure-13', 'CLOSED, CLOSED'],
    ['lost-third-segment', 'ESTABLISHED, ESTABLISHED'],
    ['half-close', 'CLOSED, CLOSED'],
    ['refused', 'CLOSED, CLOSED'],
    ['aborted', 'CLOSED, CLOSED'],
    ['half-open', 'CLOSED, CLOSED'],
    ['old-duplicate-syn', 'ESTABLISHED, ESTABLISHED'],
    ['lost-last-ack', 'CLOSED, CLOSED'],
    ['syn-flood', 'CLOSED, SYN-RECEIVED'],
  ] as const)('%s ends in %s', (name, states) => {
    expect(ends(name)[0]).toBe(states)
  })
})

describe('wishes', () => {
  it.each([
    ['1cr', { kind: 'deliver', number: 1, closing: false }, 'no such segment'],
    ['1cr.Aa.d1', { kind: 'drop', number: 1 }, 'not in flight'],
    ['1cr.Aa.h1', { kind: 'deliver', number: 1, closing: false }, 'held back'],
    ['1cr.Aa.h1', { kind: 'hold', number: 1 }, 'held already'],
    ['1cr.Aa', { kind: 'release', number: 1 }, 'not held'],
    ['1cr.Aa', { kind: 'timeout', side: 'A', timeout: 'time-wait' }, 'no TIME-WAIT timer'],
    ['1cr', { kind: 'timeout', side: 'B', timeout: 'retransmission' }, 'no retransmission timer'],
    ['1cr', { kind: 'timeout', side: 'A', timeout: 'user' }, 'no user timer'],
    ['1er', { kind: 'call', side: 'A', call: 'SEND', len: 65_536 }, 'no such length'],
    ['1er', { kind: 'call', side: 'A', call: 'SEND', len: 0 }, 'no such length'],
    ['1cr', { kind: 'crash', side: 'A' }, 'nothing to forget'],
  ] as const)('after %s: %j is impossible: %s', (text, wish, why) => {
    expect(grantWish(play(text), wish)).toEqual({ kind: 'impossible', why })
  })

  it('a call at the wrong time is granted, and the machine answers it', () => {
    expect(play('1cr.Ac').steps[0]?.run?.responses).toEqual([
      { to: 'caller', text: 'error: connection does not exist' },
    ])
  })

  it('after a reboot another ISS is selected', () => {
    expect(play('1cr.Aa.Az.Aa').sent.map(({ segment }) => segment.seq)).toEqual([100, 200])
  })

  it('a wish that is impossible stops the scenario there', () => {
    const scenario = parseScenario('1cr.Aa.d7')
    expect(scenario && playScenario(scenario)).toEqual({ kind: 'impossible', place: 1, why: 'no such segment' })
  })
})

const otherCalls = offeredCalls.filter((call) => call !== 'SEND')
const side = fc.constantFrom('A', 'B')
const number = fc.integer({ min: 1, max: 9999 })
const sequence = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const segment = fc
  .record({ seq: sequence, ack: sequence, bits: fc.subarray([...controlBits], { minLength: 1 }), len: fc.nat(65_535) })
  .map(({ seq, ack, bits, len }) => ({ seq, ack: bits.includes('ACK') ? ack : null, ctl: bits, len }))
const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ kind: fc.constant('call' as const), side, call: fc.constantFrom(...otherCalls) }),
  fc.record({
    kind: fc.constant('call' as const),
    side,
    call: fc.constant('SEND' as const),
    len: fc.integer({ min: 1, max: mostOctets }),
  }),
  fc.record({ kind: fc.constant('deliver' as const), number, closing: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('drop', 'duplicate', 'hold', 'release'), number }),
  fc.record({ kind: fc.constant('timeout' as const), side, timeout: fc.constantFrom(...timeouts) }),
  fc.record({ kind: fc.constant('crash' as const), side }),
  fc.record({ kind: fc.constant('inject' as const), from: side, segment }),
)
const scenarios: fc.Arbitrary<Scenario> = fc.record({
  start: fc.constantFrom(...starts),
  profile: fc.constantFrom(...profiles),
  wishes: fc.array(wish, { maxLength: 40 }),
})

describe('the link of a scenario', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(parseScenario(writeScenario(scenario))).toEqual(scenario)
      }),
    )
  })

  it('uses no letter that an address changes', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(writeScenario(scenario)).toMatch(/^[\w.-]+$/)
      }),
    )
  })

  it('is short', () => {
    for (const name of readyNames) expect(simulatorHref(selectReady(name)).length).toBeLessThan(120)
  })

  it.each([
    '',
    '1',
    '2cr',
    '1xr',
    '1cq',
    '1cr.',
    '1cr.d0',
    '1cr.Aq',
    '1cr.As0',
    '1cr.As1234567',
    '1cr.Ac5',
    '1cr.d1x',
    '1cr.iASS5',
    '1cr.iAA5',
    '1cr.iAS5-7',
    '1cr.iAS4294967296',
    `1cr${'.Aa'.repeat(mostWishes + 1)}`,
  ])('of something else is none: "%s"', (text) => {
    expect(parseScenario(text)).toBeUndefined()
  })
})
