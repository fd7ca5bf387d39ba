import { describe, expect, it } from 'vitest'
import { topics } from '../items/topics'
import { parseCitation } from '../tcp/citations'
import { type Condition, dimensions, type Fact, factSet, factsFor } from '../tcp/conditions'
import { type EventName, segmentNames } from '../tcp/events'
import type { Rule } from '../tcp/rules'
import { findRule, grids } from '../tcp/rules'
import { states } from '../tcp/states'
import { step } from '../tcp/step'
import { findMisconception, misconceptions } from './misconceptions'
import { applyMutant, type Edit, type Mutant } from './mutant'

const withMutant = misconceptions.filter((one) => one.mutant !== null)

const withEdits = withMutant.filter(({ mutant }) => (mutant?.edits ?? []).length > 0).length

function mutantOf(id: string): Mutant {
  return findMisconception(id)?.mutant ?? {}
}

function select(id: string): Rule {
  const rule = findRule(id)
  if (rule === undefined) throw new Error(`No rule "${id}"`)
  return rule
}

/** One fact per dimension for every situation in which the conditions hold and the event can be seen. */
function situations(on: EventName, when: readonly Condition[]): readonly number[] {
  const withAck = ['rcv RST,ACK', 'rcv SYN,ACK', 'rcv ACK', 'rcv text', 'rcv FIN'].includes(on)
  const isSegment = (segmentNames as readonly string[]).includes(on)
  const axes = Object.entries(dimensions).map(([dimension, facts]) =>
    (facts as readonly Fact[]).filter((fact) => {
      if (dimension === 'ack' && (fact !== 'no ACK') !== withAck) return false
      if (dimension === 'seq' && !isSegment) return fact === 'SEG.SEQ = RCV.NXT'
      const asked = when
        .map(factsFor)
        .filter((allowed) => allowed.some((one) => (facts as readonly Fact[]).includes(one)))
      return asked.every((allowed) => allowed.includes(fact))
    }),
  )
  const combined = axes.reduce<readonly (readonly Fact[])[]>(
    (all, axis) => all.flatMap((facts) => axis.map((fact) => [...facts, fact])),
    [[]],
  )
  return combined.map(factSet)
}

const written = ({ from, on, when = [] }: Edit) => [from, on, ...when].join(' | ')

describe('the misconceptions', () => {
  it('hold every row of the survey, in its order', () => {
    const numbered = Array.from({ length: 57 }, (_, index) => String(index + 1))
    const rows = numbered.flatMap((row) => (row === '38' ? ['38', '38', '38', '38b', '38c'] : [row]))
    expect(misconceptions.map((one) => one.row)).toEqual(rows)
  })

  it('have an id each, in kebab case', () => {
    const ids = misconceptions.map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('name their states once each, in the order of the RFC', () => {
    for (const { id, states: named } of misconceptions) {
      expect(named.length, id).toBeGreaterThan(0)
      expect(
        states.filter((state) => (named as readonly string[]).includes(state)),
        id,
      ).toEqual(named)
    }
  })

  it('leave no topic without one', () => {
    expect(topics.filter((topic) => !misconceptions.some((one) => one.topic === topic))).toEqual([])
  })

  it('cite places that the RFC has', () => {
    const refused = misconceptions.map((one) => parseCitation(one.cite)).filter((parsed) => parsed.kind === 'refused')
    expect(refused).toEqual([])
  })

  it('say why where they change nothing of the machine', () => {
    for (const { id, mutant, why } of misconceptions) expect(why === undefined, id).toBe(mutant !== null)
  })

  it('count as they did when they were read against the survey', () => {
    expect({ all: misconceptions.length, mutants: withMutant.length, edits: withEdits }).toEqual({
      all: 61,
      mutants: 55,
      edits: 40,
    })
  })
})

describe('the mutants', () => {
  it.each(withMutant)('$id: each edit meets the canon and always differs from it', ({ mutant }) => {
    for (const edit of mutant?.edits ?? []) {
      const met = situations(edit.on, edit.when ?? [])
      expect(met.length, written(edit)).toBeGreaterThan(0)
      for (const facts of met) {
        const rule = step('rfc9293', edit.from, edit.on, facts)
        const answer = applyMutant(rule, { edits: [edit] }, facts)
        expect(answer, written(edit)).not.toBeNull()
        expect(answer, `${written(edit)}: ${rule.id}`).not.toEqual({ to: rule.to, emits: rule.emits })
      }
    }
  })

  it.each(withMutant)('$id: no two edits speak of one situation', ({ mutant }) => {
    const edits = mutant?.edits ?? []
    for (const [index, edit] of edits.entries()) {
      const others = edits.slice(index + 1).filter((other) => other.from === edit.from && other.on === edit.on)
      const met = new Set(situations(edit.on, edit.when ?? []))
      for (const other of others) {
        const shared = situations(other.on, other.when ?? []).filter((facts) => met.has(facts))
        expect(shared, `${written(edit)} and ${written(other)}`).toEqual([])
      }
    }
  })

  it('are all different, so that answers can tell the beliefs apart', () => {
    const said = withMutant.map((one) => JSON.stringify(one.mutant))
    expect(new Set(said).size).toBe(said.length)
  })

  it('answer a whole rule without facts, all but those finer than the rules', () => {
    const canon = states.flatMap((state) => Object.values(grids.rfc9293[state]).flat())
    const finer = withMutant.filter(({ mutant }) =>
      (mutant?.edits ?? []).some((edit) => !canon.some((rule) => applyMutant(rule, { edits: [edit] }) !== null)),
    )
    expect(finer.map((one) => one.id)).toEqual([
      'closing-states-belong-to-roles',
      'syn-received-takes-an-old-ack',
      'rfc-9293-changed-nothing',
      'only-the-client-may-close-first',
    ])
  })
})

describe('applying a mutant to a rule', () => {
  it('gives the answer of the believer', () => {
    const rule = select('fin-wait-1.rcv-fin.seg-seq-rcv-nxt.acknowledges-our-fin')
    expect(applyMutant(rule, mutantOf('fin-with-our-ack-leads-to-closing'))).toEqual({ to: 'CLOSING', emits: ['ACK'] })
    expect(applyMutant(rule, mutantOf('ack-and-fin-cannot-merge'))).toEqual({ to: 'FIN-WAIT-2', emits: [] })
  })

  it('keeps what the belief leaves alone', () => {
    const rule = select('closed.rcv-syn')
    expect(applyMutant(rule, mutantOf('closed-port-is-silent'))).toEqual({ to: 'CLOSED', emits: [] })
  })

  it('is null where the belief says nothing', () => {
    const rule = select('listen.rcv-syn')
    expect(applyMutant(rule, mutantOf('rst-always-closes'))).toBeNull()
    expect(applyMutant(rule, {})).toBeNull()
  })

  it('covers a rule that is narrower than the edit', () => {
    const rule = select('fin-wait-1.rcv-text.seg-seq-rcv-nxt.acknowledges-our-fin')
    expect(applyMutant(rule, mutantOf('no-receiving-after-close'))).toEqual({ to: 'FIN-WAIT-2', emits: [] })
  })

  it('asks the facts where the edit is narrower than the rule', () => {
    const rule = select('syn-received.rcv-ack.seg-seq-rcv-nxt.does-not-acknowledge-our-syn')
    const mutant = mutantOf('syn-received-takes-an-old-ack')
    expect(applyMutant(rule, mutant)).toBeNull()
    expect(applyMutant(rule, mutant, factSet(['SEG.SEQ = RCV.NXT', 'acknowledges nothing new']))).toEqual({
      to: 'ESTABLISHED',
      emits: [],
    })
    expect(applyMutant(rule, mutant, factSet(['SEG.SEQ = RCV.NXT', 'acknowledges data']))).toBeNull()
  })
})
