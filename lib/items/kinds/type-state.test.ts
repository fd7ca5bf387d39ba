import { describe, expect, it } from 'vitest'
import { states } from '../../tcp/states'
import { typeState } from './type-state'

const asked = typeState.make().map(({ body }) => body)
type Asked = (typeof asked)[number]
const score = (body: Asked, text: string) => typeState.score(body, { form: 'text', text })
const explain = (body: Asked, text: string) => typeState.explain(body, { form: 'text', text })
const alias = (name: string): Asked => ({ kind: 'type-state', clue: { kind: 'alias', alias: name } })

describe('type the state', () => {
  it("takes only the RFC's name for a tool's spelling, in any case and with any separator", () => {
    for (const typed of ['ESTABLISHED', 'established', ' Established ']) expect(score(alias('ESTAB'), typed)).toBe(true)
    for (const typed of ['FIN-WAIT-1', 'fin wait 1', 'FINWAIT1']) expect(score(alias('FIN_WAIT1'), typed)).toBe(true)
    expect(score(alias('TIMED_WAIT'), 'TIMED_WAIT')).toBe(false)
  })

  it('is not answered by copying the question, and says so', () => {
    for (const body of asked) {
      if (body.clue.kind !== 'alias') continue
      const typed = body.clue.alias
      const readsAsRfc = states.some((state) => state.replace(/\W/g, '') === typed.replace(/\W|_/g, ''))
      expect([typed, score(body, typed)]).toEqual([typed, readsAsRfc])
      if (!readsAsRfc) expect(explain(body, typed).parting).toMatchObject({ kind: 'spelling', typed })
    }
  })

  it('takes any known spelling where a state is asked for by what it means', () => {
    const body: Asked = { kind: 'type-state', clue: { kind: 'meaning', state: 'ESTABLISHED' } }
    for (const typed of ['ESTAB', 'established', 'TCP_ESTABLISHED']) expect(score(body, typed)).toBe(true)
    expect(explain(body, 'ESTAB').parting).toBe(null)
  })

  it('says of what is no state that it is none, and why', () => {
    for (const body of asked) {
      expect(explain(body, 'foo bar').parting).toEqual({ kind: 'not a state', why: null })
      expect(explain(body, 'FIN-WAIT').parting).toEqual({ kind: 'not a state', why: 'two states' })
    }
  })

  it('says of another state whose meaning it is, or what it takes to get there', () => {
    const body: Asked = { kind: 'type-state', clue: { kind: 'meaning', state: 'ESTABLISHED' } }
    expect(explain(body, 'TIME-WAIT').parting).toEqual({ kind: 'names', state: 'TIME-WAIT' })
  })
})
