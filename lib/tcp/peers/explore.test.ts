import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import type { Configuration, Side } from './configuration'
import { everyStep, explore, type Search } from './explore'
import { machineOf } from './machine'
import type { OwnMove, Scene, World } from './world'

const start: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: 0,
  duplicates: 0,
}

const open = (side: Side, mode: 'passive' | 'active'): OwnMove => ({
  kind: 'call',
  side,
  call: { kind: 'call', call: 'OPEN', mode, remote: true },
})

/** B listens, A opens, and the channel delivers: the three-way handshake of Figure 6 and no more. */
const handshake = ({ A, B }: Scene) => [
  ...(B.incarnation === 0 ? [open('B', 'passive')] : []),
  ...(A.incarnation === 0 && B.tcb.state === 'LISTEN' ? [open('A', 'active')] : []),
  'channel' as const,
]

const search = (changes: Partial<World> = {}, rest: Partial<Search> = {}): Search => ({
  world: { machine: machineOf('rfc9293'), start, moves: handshake, isOrdered: false, inFlight: 4, ...changes },
  limit: 100,
  ...rest,
})

/** How a search ended, without its space. */
function ended(one: Search) {
  const { kind, configurations } = explore(one)
  return { kind, configurations }
}

describe('explore', () => {
  it('found: a shortest run to the step that is sought (Figure 6)', () => {
    const result = explore(
      search({}, { isSought: ({ side, after }) => side === 'B' && after.tcb.state === 'ESTABLISHED' }),
    )
    expect(result.kind).toBe('found')
    const steps = result.kind === 'found' ? result.steps : []
    expect(steps.map(({ after }) => `${after.A.state}, ${after.B.state}`)).toEqual([
      'CLOSED, LISTEN',
      'SYN-SENT, LISTEN',
      'SYN-SENT, SYN-RECEIVED',
      'ESTABLISHED, SYN-RECEIVED',
      'ESTABLISHED, ESTABLISHED',
    ])
    expect(steps[0]?.before).toEqual(start)
    expect(result.configurations).toBe(5)
  })

  it('found: a shortest run to the scene that is sought, which the start may be', () => {
    const isSoughtAt = ({ A }: Scene) => A.tcb.state === 'SYN-SENT'
    const result = explore(search({}, { isSoughtAt }))
    expect(result.kind === 'found' && result.steps.length).toBe(2)
    expect(ended(search({}, { isSoughtAt: ({ isQuiet }) => isQuiet }))).toEqual({ kind: 'found', configurations: 1 })
  })

  it('none: every configuration within the bounds was visited', () => {
    expect(ended(search())).toEqual({ kind: 'none', configurations: 6 })
  })

  it('none: exactly as many as the limit are allowed', () => {
    expect(ended(search({}, { limit: 6 }))).toEqual({ kind: 'none', configurations: 6 })
  })

  it('undecided: the limit is reached before the bounds', () => {
    expect(ended(search({}, { limit: 5 }))).toEqual({ kind: 'undecided', configurations: 5 })
  })

  it('none: nothing moves', () => {
    expect(ended(search({ moves: () => [] }))).toEqual({ kind: 'none', configurations: 1 })
  })

  it('takes two configurations for one where only the order of the channel differs', () => {
    const both = (scene: Scene) =>
      (['A', 'B'] as const).filter((side) => scene[side].incarnation === 0).map((side) => open(side, 'active'))
    expect(ended(search({ moves: both }))).toEqual({ kind: 'none', configurations: 4 })
  })

  it('loses and duplicates as often as the start allows', () => {
    const syn = {
      from: 'A',
      segment: { seq: 7, ack: null, ctl: ['RST'], len: 0 },
      incarnation: 1,
      copy: false,
    } as const
    const at = { ...start, flight: [syn], losses: 1, duplicates: 1 }
    const moves = () => ['channel' as const]
    // In flight: it, it and its copy, its copy, nothing; each with and without the loss spent where that can be.
    expect(ended(search({ start: at, moves }))).toEqual({ kind: 'none', configurations: 10 })
    expect(ended(search({ start: { ...at, losses: 0 }, moves, mayDuplicate: () => false }))).toEqual({
      kind: 'none',
      configurations: 2,
    })
  })

  it('leaves out, and counts, what would be too much in flight', () => {
    const { kind, configurations, space } = explore(search({ inFlight: 0 }))
    expect({ kind, configurations, crowded: space.crowded() }).toEqual({ kind: 'none', configurations: 2, crowded: 1 })
  })

  it('selects the ISS of each connection anew where the world says so', () => {
    const result = explore(
      search(
        { issOf: (side, incarnation) => (side === 'A' ? 1000 : 2000) * incarnation },
        { isSoughtAt: ({ B }) => B.tcb.state === 'SYN-RECEIVED' },
      ),
    )
    expect(result.kind === 'found' && result.steps.at(-1)?.after).toMatchObject({ A: { iss: 1000 }, B: { iss: 2000 } })
  })

  it('asks the machine', () => {
    const at = { ...start, A: { ...noTcb, state: 'CLOSE-WAIT' as const } }
    const isSought: Search['isSought'] = ({ after }) => after.tcb.state === 'CLOSING'
    const moves = (): readonly OwnMove[] => [{ kind: 'call', side: 'A', call: { kind: 'call', call: 'CLOSE' } }]
    expect(ended(search({ start: at, moves }, { isSought })).kind).toBe('none')
    expect(ended(search({ start: at, moves, machine: machineOf('rfc793') }, { isSought })).kind).toBe('found')
  })

  it('tells every step from every configuration', () => {
    const steps = everyStep(explore(search()).space)
    expect(steps.map(({ after }) => `${after.A.state}, ${after.B.state}`)).toEqual([
      'CLOSED, LISTEN',
      'SYN-SENT, LISTEN',
      'SYN-SENT, SYN-RECEIVED',
      'ESTABLISHED, SYN-RECEIVED',
      'ESTABLISHED, ESTABLISHED',
    ])
  })
})
