import { describe, expect, it } from 'vitest'
import { deriveBank } from '../bank'
import { mutationScore } from './mutation-score'
import { viewsOf } from './views'

const { items } = deriveBank()
const score = mutationScore(items)

describe('the mutation score of the bank', () => {
  it('is 100 %: some item tells each mutant from the canon that a question can tell', () => {
    expect(score.missed).toEqual([])
    expect(score.told.size).toBe(54)
  })

  it('leaves out what the RFC leaves open, with where that is', () => {
    expect(score.indistinguishable).toEqual([
      { id: 'syn-received-takes-an-old-ack', open: 'unacceptable-ack-in-syn-received' },
    ])
  })

  it('tells every two mutants from each other', () => {
    expect(score.alike).toEqual([])
  })

  it('says why the others are no mutants', () => {
    expect(score.noMutant.map(({ id, why }) => `${id}: ${why}`)).toEqual([
      'syn-is-repeated-at-a-fixed-rate: of durations not modelled',
      'close-wait-is-a-bug: of applications',
      'socket-options-remove-time-wait: of implementations',
      'closed-is-kept-in-memory: of the document',
      'figure-5-is-complete: of the document',
      'listening-socket-becomes-established: of implementations',
    ])
  })

  it('falls with the items that tell a mutant', () => {
    const without = items.filter(({ body }) => !viewsOf(body).otherwise.has('closed-port-is-silent'))
    expect(without.length).toBeLessThan(items.length)
    expect(mutationScore(without)).toMatchObject({ missed: ['closed-port-is-silent'] })
  })
})
