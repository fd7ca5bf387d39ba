import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import type { Configuration, Side } from './configuration'
import { explore, type Search } from './explore'
import type { PeerMove } from './move'

const start: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: 0,
  duplicates: 0,
}

const open = (side: Side, mode: 'passive' | 'active'): PeerMove => ({
  kind: 'call',
  side,
  call: { kind: 'call', call: 'OPEN', mode, remote: true },
})

/** B listens, A opens, and the channel delivers: the three-way handshake of Figure 6 and no more. */
const handshake = (at: Configuration): readonly PeerMove[] => [
  ...(at.incarnations.B === 0 ? [open('B', 'passive')] : []),
  ...(at.incarnations.A === 0 && at.B.state === 'LISTEN' ? [open('A', 'active')] : []),
  ...at.flight.map((segment): PeerMove => ({ kind: 'deliver', segment })),
]

const search = (changes: Partial<Search>): Search => ({
  profile: 'rfc9293',
  start,
  moves: handshake,
  isSought: () => false,
  limit: 100,
  ...changes,
})

describe('explore', () => {
  it('found: a shortest run to what is sought (Figure 6)', () => {
    const result = explore(search({ isSought: ({ after }) => after.B.state === 'ESTABLISHED' }))
    expect(result.kind).toBe('found')
    const steps = result.kind === 'found' ? result.steps : []
    expect(steps.map(({ after }) => `${after.A.state}, ${after.B.state}`)).toEqual([
      'CLOSED, LISTEN',
      'SYN-SENT, LISTEN',
      'SYN-SENT, SYN-RECEIVED',
      'ESTABLISHED, SYN-RECEIVED',
      'ESTABLISHED, ESTABLISHED',
    ])
    expect(steps[0]?.before).toBe(start)
    expect(result.configurations).toBe(5)
  })

  it('none: every configuration within the bounds was visited', () => {
    expect(explore(search({}))).toEqual({ kind: 'none', configurations: 6 })
  })

  it('none: exactly as many as the limit are allowed', () => {
    expect(explore(search({ limit: 6 }))).toEqual({ kind: 'none', configurations: 6 })
  })

  it('undecided: the limit is reached before the bounds', () => {
    expect(explore(search({ limit: 5 }))).toEqual({ kind: 'undecided', configurations: 5 })
  })

  it('none: nothing moves', () => {
    expect(explore(search({ moves: () => [] }))).toEqual({ kind: 'none', configurations: 1 })
  })

  it('takes two configurations for one where only the order of the channel differs', () => {
    const both = (at: Configuration) => {
      const due = (['A', 'B'] as const).filter((side) => at.incarnations[side] === 0)
      return due.map((side) => open(side, 'active'))
    }
    expect(explore(search({ moves: both }))).toEqual({ kind: 'none', configurations: 4 })
  })

  it('asks the profile', () => {
    const at = { ...start, A: { ...noTcb, state: 'CLOSE-WAIT' as const } }
    const close: PeerMove = { kind: 'call', side: 'A', call: { kind: 'call', call: 'CLOSE' } }
    const isSought: Search['isSought'] = ({ after }) => after.A.state === 'CLOSING'
    const moves = () => [close]
    expect(explore(search({ start: at, moves, isSought })).kind).toBe('none')
    expect(explore(search({ start: at, moves, isSought, profile: 'rfc793' })).kind).toBe('found')
  })
})
