import { expect, it } from 'vitest'
import { deriveBank } from '../items/bank'
import { occasionsOf } from './occasions'
import { weighBeliefs } from './weigh-beliefs'

const { items } = deriveBank()

function stored(id: string) {
  const item = items.find((one) => one.id === id)
  if (item === undefined) throw new Error(`No item "${id}"`)
  return { id, version: 1, body: item.body }
}

const item = stored('next-state/last-ack.rcv-ack.seg-seq-rcv-nxt.acknowledges-our-fin')
const state = (name: string) => ({ form: 'choice', option: `state:${name}` })
const wrong = { atMs: 1, item, itemVersion: 1, right: false, answer: state('TIME-WAIT') }
const right = { atMs: 2, item, itemVersion: 1, right: true, answer: state('CLOSED') }

it('a wrong answer betrays the beliefs behind it, and a right one speaks against them', () => {
  const [betrayal, resistance] = occasionsOf([wrong, right])
  expect(betrayal).toMatchObject({ atMs: 1, evidence: wrong, resists: [] })
  expect(betrayal?.betrays).toContain('last-ack-leads-to-time-wait')
  expect(resistance).toMatchObject({ atMs: 2, evidence: right, betrays: [] })
  expect(resistance?.resists).toContain('last-ack-leads-to-time-wait')
  expect(betrayal?.bits.get('last-ack-leads-to-time-wait')).toBeGreaterThan(3)
  expect(resistance?.bits.get('last-ack-leads-to-time-wait')).toBeLessThan(-1)
  const weighed = weighBeliefs(occasionsOf([wrong, right]))
  expect(weighed.find(({ id }) => id === 'last-ack-leads-to-time-wait')).toMatchObject({ standing: 'fading' })
})

it.each([
  ['an answer to another version of its item', { ...wrong, itemVersion: 2 }],
  ['an item that is not sound', { ...wrong, item: { ...item, version: 7, body: {} }, itemVersion: 7 }],
  ['what is no answer', { ...wrong, answer: null }],
  ['a question of which no belief speaks', { ...right, item: stored('meaning-from-state/CLOSED') }],
])('leaves out %s', (_what, answered) => {
  expect(occasionsOf([answered])).toEqual([])
})
