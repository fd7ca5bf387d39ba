import { describe, expect, it } from 'vitest'
import { defaultScheduling } from '../review/scheduler'
import type { AheadReply, CardContent } from './exchange'
import { takeAlong } from './taken'

const body = { kind: 'order', path: 'handshake', what: 'A' } as const
const showing = { handle: 1, seed: 2, topic: 'states', level: 1, body, print: 3 }
const content: CardContent = { memory: null, showings: [showing] }

const replyOf = (cards: AheadReply['cards']): AheadReply => ({
  owner: 'ada',
  now: 1000,
  scheduling: defaultScheduling,
  clock: { timeZone: 'UTC', dayStartsAtHour: 4 },
  selfRating: false,
  numberKeys: true,
  usualMs: {},
  cards,
})

const taking = { build: 'one', byDevice: 900 }

describe('what a device takes along', () => {
  const held = takeAlong(null, replyOf([{ card: 'a', version: 1, siblings: [], content }]), taking)

  it('is noted with the moment by both clocks and the build', () => {
    expect(held).toMatchObject({ owner: 'ada', build: 'one', at: { byServer: 1000, byDevice: 900 } })
    expect(held.cards).toEqual([{ card: 'a', version: 1, siblings: [], ...content }])
  })

  it('keeps a card that the server says it holds, with its siblings of now', () => {
    const reply = replyOf([{ card: 'a', version: 1, siblings: ['b'], content: null }])
    expect(takeAlong(held, reply, taking).cards).toEqual([{ card: 'a', version: 1, siblings: ['b'], ...content }])
  })

  it('lets go of what the server does not name, and of what it does not hold in that version', () => {
    const reply = replyOf([{ card: 'a', version: 2, siblings: [], content: null }])
    expect(takeAlong(held, reply, taking).cards).toEqual([])
    expect(takeAlong(held, replyOf([]), taking).cards).toEqual([])
  })
})
