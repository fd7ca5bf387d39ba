import { describe, expect, it } from 'vitest'
import { otherSide, type Side, sides } from '../../tcp/peers/configuration'
import { makeMove, type PeerMove, type Step } from '../../tcp/peers/move'
import { replay } from '../../tcp/replay/replay'
import { nameOfSeen, type Seen, seenAt } from '../captures'
import { freshBody } from '../fresh'
import { pathNames } from '../paths'
import { randomFrom, shuffled } from '../random'
import { actBeforeAck, playWhole } from '../whole-runs'
import { capture, captureOf } from './capture'

const items = capture.make()
const key = (body: (typeof items)[number]['body']) => capture.explain(body, { form: 'text', text: '' }).key

/** Every order of some names, each once. */
function ordersOf(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length < 2) return [names]
  return [...new Set(names)].flatMap((first) => {
    const at = names.indexOf(first)
    return ordersOf([...names.slice(0, at), ...names.slice(at + 1)]).map((rest) => [first, ...rest])
  })
}

/**
 * What can be seen at a peer when two peers do all that they can and send just these segments: every run forward, with
 * nothing known of an order. Runs without loss, in a network that keeps the order.
 */
function seenForward(point: Side, start: Step['before'], sent: readonly string[]): ReadonlySet<string> {
  const orders = new Set<string>()
  const go = (steps: readonly Step[]) => {
    const at = steps.at(-1)?.after ?? start
    const all = steps.flatMap(({ move, run }) =>
      (run?.emits ?? []).map((segment) => nameOfSeen({ from: actorOf(move), segment })),
    )
    if (all.some((name) => count(name, all) > count(name, sent))) return
    if (all.length === sent.length && at.flight.length === 0) orders.add(seenAt(point, steps).map(nameOfSeen).join())
    for (const side of sides) {
      const oldest = at.flight.find(({ from }) => from === otherSide(side))
      if (oldest !== undefined) {
        const arrival = makeMove('rfc9293', at, { kind: 'deliver', segment: oldest })
        go([...steps, arrival])
        const late = actBeforeAck(arrival, 'B CLOSE')
        if (side === 'B' && (late[1]?.run?.emits.length ?? 0) > 0) go([...steps, ...late])
      }
      const isNew = at[side].state === 'CLOSED' && at.incarnations[side] === 0
      const calls: readonly PeerMove[] = isNew
        ? (['passive', 'active'] as const).map((mode) => ({
            kind: 'call',
            side,
            call: { kind: 'call', call: 'OPEN', mode, remote: mode === 'active' },
          }))
        : [
            { kind: 'call', side, call: { kind: 'call', call: 'CLOSE' } },
            { kind: 'call', side, call: { kind: 'call', call: 'ABORT' } },
            { kind: 'call', side, call: { kind: 'call', call: 'SEND', len: 50 } },
          ]
      for (const move of calls) {
        const step = makeMove('rfc9293', at, move)
        if (step.run?.emits.length !== 0 || (isNew && step.after[side].state === 'LISTEN')) go([...steps, step])
      }
    }
  }
  go([])
  return orders
}

function actorOf(move: PeerMove): Side {
  return 'side' in move ? move.side : otherSide(move.segment.from)
}

function count(name: string, names: readonly string[]): number {
  return names.filter((other) => other === name).length
}

describe('a shuffled capture', () => {
  it('is made of every path that sends three segments, at each point at which it looks another way', () => {
    expect(new Set(items.map(({ body }) => body.path)).size).toBe(pathNames.length - 1)
    expect(items.filter(({ body }) => body.path === 'simultaneous-close').map(({ body }) => body.point)).toEqual([
      'A',
      'B',
      'middle',
    ])
    expect(items).toHaveLength(13)
    for (const { id, body } of items) expect(key(body).length, id).toBeLessThanOrEqual(7)
  })

  it('has as right exactly the orders that some run of two peers brings about: every order tried', () => {
    for (const { id, body } of items) {
      const { start, lost } = captureOf(body)
      const names = key(body)
      if (body.point === 'middle' || lost || names.length > 6) continue
      const right = ordersOf(names).filter((options) => capture.score(body, { form: 'order', options }))
      expect([id, new Set(right.map(String))]).toEqual([id, seenForward(body.point, start, names)])
    }
  })

  it('has one right order where each segment answers the one before it, and more where the peers act of their own accord', () => {
    const rightOf = (id: string) => {
      const body = items.find((item) => item.id === id)?.body
      if (body === undefined) throw new Error(id)
      return ordersOf(key(body)).filter((options) => capture.score(body, { form: 'order', options })).length
    }
    expect(rightOf('capture/handshake/A')).toBe(1)
    expect(rightOf('capture/lost-last-ack/A')).toBe(1)
    expect(rightOf('capture/simultaneous-open/A')).toBe(1)
    expect(rightOf('capture/simultaneous-open/middle')).toBe(4)
  })

  it('has its own run among the right ones, with whatever numbers, and that run replays', () => {
    for (const { id, body, fact } of items) {
      for (const seed of [1, 2, 3]) {
        const fresh = freshBody(body, fact, seed)
        if (fresh.kind !== 'capture') throw new Error(id)
        expect(capture.score(fresh, { form: 'order', options: key(fresh) }), id).toBe(true)
        const backwards = shuffled(key(fresh), randomFrom(seed))
        const isRight = capture.score(fresh, { form: 'order', options: backwards })
        const told = capture.explain(fresh, { form: 'order', options: backwards })
        expect(told.parting === null, id).toBe(isRight)
      }
    }
    for (const name of pathNames) {
      const { steps } = playWhole(name, { A: 100, B: 300 })
      for (const { run } of steps) if (run !== null) expect([name, replay(run).kind]).toEqual([name, 'holds'])
    }
  })

  it('says which place is the first that no run explains', () => {
    const body = items[0]?.body
    if (body === undefined) throw new Error('Nothing asked')
    const [syn, synAck, ack] = key(body) as [string, string, string]
    const parting = (options: readonly string[]) => capture.explain(body, { form: 'order', options }).parting
    expect(parting([syn, synAck, ack])).toBeNull()
    expect(parting([syn, ack, synAck])).toEqual({ kind: 'unexplained', position: 2 })
    expect(parting([synAck, syn, ack])).toEqual({ kind: 'unexplained', position: 1 })
    expect(capture.score(body, { form: 'order', options: [syn, synAck] })).toBe(false)
    expect(capture.score(body, { form: 'order', options: [syn, syn, ack] })).toBe(false)
  })
})

it('at a peer shows what that peer sends and gets, half way all that is sent', () => {
  const { steps } = playWhole('simultaneous-open', { A: 100, B: 300 })
  const from = (seen: readonly Seen[]) => seen.map((one) => one.from).join('')
  expect([from(seenAt('A', steps)), from(seenAt('B', steps)), from(seenAt('middle', steps))]).toEqual([
    'ABAB',
    'BABA',
    'ABAB',
  ])
})
