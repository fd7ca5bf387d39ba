import { describe, expect, it } from 'vitest'
import { readListing } from '../capture/read-listing'
import { machineOf } from '../misconceptions/machine'
import { misconceptions } from '../misconceptions/misconceptions'
import { findings } from '../observer/findings'
import { states } from '../tcp/states'
import { viewsOf } from './diagnosis/views'
import { freshBody } from './fresh'
import type { BodyOf } from './item'
import { listedFor, socketPile } from './kinds/socket-pile'
import { listers, pileIn, piling, printSockets } from './sockets'
import { actorIn, canMove, waysOn } from './ways-on'

const items = socketPile.make()
const seeds = Array.from({ length: 40 }, (_, seed) => seed * 7919)

describe.each(listers)('a listing as %s prints it', (lister) => {
  it.each(piling)('is read back, and most of it is in %s', (pile) => {
    for (const seed of seeds) {
      const text = printSockets({ lister, pile, seed })
      const sockets = readListing(text)?.sockets ?? []
      expect(sockets).toHaveLength(text.split('\n').length - 1)
      expect(sockets.filter(({ state }) => state === pile)).toHaveLength(7)
      expect(pileIn(text)).toBe(pile)
    }
  })

  it('names addresses for documentation alone, and no connection twice', () => {
    for (const seed of seeds) {
      const text = printSockets({ lister, pile: 'CLOSE-WAIT', seed })
      const hosts = text.match(/\d+\.\d+\.\d+\.\d+/g) ?? []
      expect(hosts.filter((host) => !/^(192\.0\.2|198\.51\.100|203\.0\.113|0\.0\.0)\./.test(host))).toEqual([])
      const lines = text.split('\n')
      expect(new Set(lines).size).toBe(lines.length)
    }
  })
})

it('either end of a connection may be the one with the pile, but for who opens', () => {
  const serving = (pile: (typeof piling)[number]) =>
    new Set(seeds.map((seed) => (printSockets({ lister: 'ss', pile, seed }).match(/LISTEN/g) ?? []).length))
  expect(serving('TIME-WAIT')).toEqual(new Set([1, 2]))
  expect(serving('CLOSE-WAIT')).toEqual(new Set([1, 2]))
  expect(serving('SYN-RECEIVED')).toEqual(new Set([2]))
  expect(serving('SYN-SENT')).toEqual(new Set([1]))
})

it('another order of options is another listing, and the same order the same', () => {
  const [item] = items
  if (item === undefined) throw new Error('No question')
  const shown = item.body.options
  const print = (options: readonly string[]) => printSockets(listedFor(item.body, options))
  expect(print(shown)).toBe(print([...shown]))
  expect(print(shown)).not.toBe(print(shown.toReversed()))
})

describe('what takes a connection on', () => {
  it.each([
    ['SYN-SENT', ['rcv SYN,ACK', 'rcv SYN'], 'peer'],
    ['SYN-RECEIVED', ['rcv ACK'], 'peer'],
    ['FIN-WAIT-1', ['rcv ACK', 'rcv FIN'], 'peer'],
    ['FIN-WAIT-2', ['rcv FIN'], 'peer application'],
    ['CLOSE-WAIT', ['CLOSE'], 'local application'],
    ['CLOSING', ['rcv ACK'], 'peer'],
    ['LAST-ACK', ['rcv ACK'], 'peer'],
    ['TIME-WAIT', ['TIME-WAIT TIMEOUT'], 'nobody'],
  ] as const)('of %s is %j, and who must act: %s', (state, ons, actor) => {
    expect(waysOn(state).map(({ on }) => on)).toEqual(ons)
    expect(actorIn(state)).toBe(actor)
    for (const on of ons) expect(canMove(state, on)).toBe(true)
  })

  it('is believed to be time where somebody believes that CLOSE-WAIT ends by itself', () => {
    const belief = misconceptions.find(({ id }) => id === 'close-wait-times-out')
    const believer = machineOf(belief?.mutant ?? {})
    expect(waysOn('CLOSE-WAIT', believer).map(({ on }) => on)).toEqual(['TIME-WAIT TIMEOUT'])
    expect(actorIn('CLOSE-WAIT', believer)).toBe('nobody')
    expect(waysOn('LAST-ACK', believer)).toEqual(waysOn('LAST-ACK'))
    const item = items.find(({ id }) => id === 'socket-pile/CLOSE-WAIT/on')
    if (item === undefined) throw new Error('No such question')
    const right = item.body.options.filter((option) => socketPile.isRight(item.body, option, believer))
    expect(right).toEqual(['mover:TIME-WAIT TIMEOUT'])
    expect(viewsOf(item.body).otherwise.get('close-wait-times-out')).toEqual(right)
  })

  it('is what the page of traces says, which is written by hand', () => {
    for (const state of states) {
      if (['CLOSED', 'LISTEN', 'ESTABLISHED'].includes(state)) continue
      expect([state, actorIn(state)]).toEqual([state, findings[state].actor])
    }
  })
})

describe('the questions', () => {
  it('are three about each of seven states', () => {
    expect(items).toHaveLength(21)
    expect(new Set(items.map(({ fact }) => fact)).size).toBe(7)
  })

  it('have one right option each, and wrong ones that change nothing', () => {
    for (const { id, body } of items) {
      expect(body.options, id).toHaveLength(4)
      const right = body.options.filter((option) => socketPile.isRight(body, option))
      expect(right, id).toHaveLength(1)
      if (body.asks !== 'on') continue
      for (const option of body.options) {
        const on = option.replace('mover:', '') as Parameters<typeof canMove>[1]
        expect(canMove(body.pile, on), `${id} ${on}`).toBe(right.includes(option))
      }
    }
  })

  it('are keyed by what the listing shows, not by what they are called', () => {
    const about = (pile: string, asks: string) => items.find(({ id }) => id === `socket-pile/${pile}/${asks}`)?.body
    const body = about('CLOSE-WAIT', 'who')
    if (body === undefined) throw new Error('No such question')
    expect(socketPile.isRight(body, 'actor:local application')).toBe(true)
    expect(socketPile.isRight({ ...body, pile: 'TIME-WAIT' }, 'actor:local application')).toBe(false)
    expect(socketPile.isRight({ ...body, pile: 'TIME-WAIT' }, 'actor:nobody')).toBe(true)
  })

  it('come back with other numbers, and the same answer', () => {
    for (const { id, fact, body } of items) {
      const fresh = freshBody(body, fact, 5) as BodyOf<'socket-pile'>
      expect(printSockets(fresh), id).not.toBe(printSockets(body))
      const right = (one: BodyOf<'socket-pile'>) => one.options.filter((option) => socketPile.isRight(one, option))
      expect(right(fresh), id).toEqual(right(body))
    }
  })

  it('say why a wrong answer is wrong', () => {
    const explain = (id: string, option: string) => {
      const item = items.find((one) => one.id === id)
      if (item === undefined) throw new Error(`No ${id}`)
      return socketPile.explain(item.body, { form: 'choice', option })
    }
    expect(explain('socket-pile/CLOSE-WAIT/who', 'actor:nobody')).toMatchObject({
      key: ['actor:local application'],
      cite: '3.10.4',
      change: { kind: 'state', state: 'TIME-WAIT' },
    })
    expect(explain('socket-pile/TIME-WAIT/on', 'mover:CLOSE').parting).toEqual({
      kind: 'stays',
      on: 'CLOSE',
      state: 'TIME-WAIT',
    })
    expect(explain('socket-pile/CLOSE-WAIT/happened', 'story:FIN-WAIT-2').parting).toEqual({
      kind: 'names',
      state: 'FIN-WAIT-2',
    })
  })
})
