import { describe, expect, it } from 'vitest'
import { deriveBank } from '../items/bank'
import { states } from '../tcp/states'
import { factsOfSet, readySets } from './ready-sets'

const { facts } = deriveBank()
const ids = (set: (typeof readySets)[number]) => factsOfSet(set, facts).map(({ id }) => id)

describe('the ready sets', () => {
  it('have the eleven states', () => {
    expect(new Set(ids('states'))).toEqual(new Set(states.map((state) => `meaning/${state}`)))
  })

  it('have the handshake and the close with their paths, their rules and their numbers', () => {
    expect(ids('handshake')).toEqual(
      expect.arrayContaining(['path/handshake', 'rule/listen.rcv-syn', 'numbers/listen.rcv-syn']),
    )
    expect(ids('close')).toEqual(
      expect.arrayContaining([
        'path/normal-close',
        'rule/time-wait.time-wait-timeout',
        'rule/fin-wait-2.rcv-fin.seg-seq-rcv-nxt.ack-in-range',
      ]),
    )
  })

  it('grow from a quarter of an hour to the whole machine', () => {
    expect(readySets.map((set) => ids(set).length)).toMatchInlineSnapshot(`
      [
        11,
        15,
        22,
        61,
        495,
      ]
    `)
  })

  it('begin with what is easy', () => {
    for (const set of readySets) {
      const levels = factsOfSet(set, facts).map(({ level }) => level)
      expect(levels).toEqual(levels.toSorted())
    }
  })
})
