import { expect, it } from 'vitest'
import { deriveBank } from './bank'
import { siblingsAmong } from './siblings'

const { facts } = deriveBank()
const siblings = siblingsAmong(facts.map(({ id }) => id))

it('a rule, its numbers and the pair that it joins are siblings', () => {
  expect(siblings.get('numbers/listen.rcv-syn')).toContain('rule/listen.rcv-syn')
  expect(siblings.get('rule/listen.rcv-syn')).toContain('pair/LISTEN/SYN-RECEIVED')
  expect(siblings.get('pair/LISTEN/SYN-RECEIVED')).toContain('rule/listen.rcv-syn')
})

it('the lines of one path are siblings, those of another are not', () => {
  expect(siblings.get('path/handshake')).toContain('path/handshake/1')
  expect(siblings.get('path/handshake')).not.toContain('path/normal-close/1')
})

it('is mutual, never with itself, and leaves no fact more than a dozen', () => {
  for (const [factId, near] of siblings) {
    expect(near).not.toContain(factId)
    for (const other of near) expect(siblings.get(other), `${other} of ${factId}`).toContain(factId)
    expect(near.length, factId).toBeLessThanOrEqual(12)
  }
})

it('a meaning and a statement have none', () => {
  expect(siblings.get('meaning/CLOSED')).toEqual([])
  expect(facts.filter(({ kind }) => kind === 'statement').flatMap(({ id }) => siblings.get(id) ?? [])).toEqual([])
})
