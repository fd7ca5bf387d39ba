import { describe, expect, it } from 'vitest'
import { deriveBank } from '../items/bank'
import { runOf } from '../items/explanation'
import { explainAnswer, isRightOption, offeredBy, scoreAnswer } from '../items/kinds/all'
import { rightAnswer, verifyItem } from '../items/verify'
import { callNames, timeouts } from '../tcp/events'
import { observe } from '../tcp/observe'
import { replay } from '../tcp/replay/replay'
import { findRule } from '../tcp/rules'
import { type ControlBit, has } from '../tcp/segment'
import { type State, states } from '../tcp/states'
import { step } from '../tcp/step'
import { composeBody } from './compose-body'
import { situationsOf } from './draft-situation'
import {
  ackPlaces,
  type EndpointDraft,
  type EventDraft,
  type SituationDraft,
  seqPlaces,
  situationQueries,
} from './machine-draft'

const plain = { opened: 'active', remote: true, sendsQueued: false, textAwaiting: false, dataOut: false } as const

function at(state: State, said: Partial<EndpointDraft> = {}): EndpointDraft {
  return { ...plain, state, ...said }
}

const call = (name: (typeof callNames)[number]): EventDraft => ({ kind: 'call', call: name })
const segment = (ctl: readonly ControlBit[], more: Partial<Extract<EventDraft, { kind: 'segment' }>> = {}) =>
  ({ kind: 'segment', ctl, seq: 'expected', ack: 'all', len: 0, ...more }) satisfies EventDraft

function about(
  query: SituationDraft['query'],
  endpoint: EndpointDraft,
  ...events: readonly EventDraft[]
): SituationDraft {
  return { about: 'situation', query, endpoint, events }
}

/** Bits as they come in segments, sane and not. */
const bitSets: readonly (readonly ControlBit[])[] = [
  ['SYN'],
  ['SYN', 'ACK'],
  ['ACK'],
  ['FIN', 'ACK'],
  ['RST'],
  ['RST', 'ACK'],
  ['FIN'],
  ['SYN', 'FIN', 'RST', 'ACK'],
]

const endpoints: readonly EndpointDraft[] = [
  ...states.map((state) => at(state)),
  at('SYN-RECEIVED', { opened: 'passive' }),
  at('LISTEN', { remote: false }),
  at('ESTABLISHED', { sendsQueued: true }),
  at('SYN-SENT', { sendsQueued: true }),
  at('ESTABLISHED', { textAwaiting: true, dataOut: true }),
  at('FIN-WAIT-1', { dataOut: true }),
  at('LAST-ACK', { dataOut: true }),
]

const events: readonly EventDraft[] = [
  ...callNames.map(call),
  ...timeouts.map((timeout): EventDraft => ({ kind: 'timeout', timeout })),
  ...bitSets.flatMap((ctl) =>
    ctl.includes('ACK')
      ? ackPlaces.map((ack) => segment(ctl, { ack, len: ack === 'data' ? 20 : 0 }))
      : seqPlaces.map((seq) => segment(ctl, { seq })),
  ),
]

const queries = situationQueries.filter((query) => query !== 'after-events')

/**
 * The cells of endpoints and events that a query is tried in: every third one, others for the next query, so that each query
 * meets each endpoint and each event, and each cell is met by some query. All cells by all queries take seconds.
 */
const cells = new Map<SituationDraft['query'], readonly SituationDraft[]>(
  queries.map((query, which) => [
    query,
    endpoints.flatMap((endpoint, row) =>
      events.flatMap((event, column) => ((row + column + which) % 3 === 0 ? about(query, endpoint, event) : [])),
    ),
  ]),
)

/** What is made of each of these cells; each is made once for all tests. */
const composed = new Map<SituationDraft, ReturnType<typeof composeBody>>()
function cellsOf(query: SituationDraft['query']) {
  return (cells.get(query) ?? []).map((draft) => {
    const made = composed.get(draft) ?? composeBody(draft)
    composed.set(draft, made)
    return { draft, made }
  })
}

/** The state that the rows lead to, without event processing: the other level of the machine. */
function stateByRows({ endpoint, events: drafts }: SituationDraft): State {
  const situations = situationsOf(about('next-state', endpoint, ...drafts))
  const last = situations.at(-1)
  if (last === undefined) throw new Error('No event')
  const { on, facts } = observe('rfc9293', last.tcb, last.event)
  return step('rfc9293', last.tcb.state, on, facts).to
}

describe('whatever is chosen of the machine', () => {
  it.each(queries)('as %s is kept only where it is proved, with the key that the machine gives', (query) => {
    let count = 0
    const wrong: string[] = []
    for (const { draft, made } of cellsOf(query)) {
      if (made.kind !== 'composed') continue
      count += 1
      const right = rightAnswer(made.body)
      const { run, key } = explainAnswer(made.body, { form: 'text', text: '' })
      const isSound =
        verifyItem({ id: 'x', body: made.body }).length === 0 &&
        right !== null &&
        scoreAnswer(made.body, right) &&
        run !== null &&
        replay(run).kind === 'holds'
      const namesState = ['next-state', 'type-state', 'click-state'].includes(query) && run?.moves.length === 1
      if (!isSound || (namesState && key.join() !== `state:${stateByRows(draft)}`)) wrong.push(JSON.stringify(draft))
    }
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(20)
  })

  it('is refused where the RFC leaves a choice, and that is said', () => {
    let ambiguous = 0
    const wrong: string[] = []
    for (const { draft, made } of queries.flatMap(cellsOf)) {
      const [situation] = situationsOf(draft)
      if (situation === undefined) throw new Error('No situation')
      const { ambiguous: place } = runOf(situation)
      if (place === null) continue
      ambiguous += 1
      if (made.kind !== 'ambiguous' || made.at !== place) wrong.push(JSON.stringify(draft))
    }
    expect(wrong).toEqual([])
    expect(ambiguous).toBeGreaterThan(40)
  })
})

it('what the bank asks of a situation comes out the same when an author chooses it', () => {
  const { items } = deriveBank()
  const asked = new Set(items.map(({ body }) => JSON.stringify(body)))
  const made = (['next-state', 'what-is-sent', 'user-told'] as const).flatMap(cellsOf)
  const same = made.filter(({ made: one }) => one.kind === 'composed' && asked.has(JSON.stringify(one.body)))
  expect(same.length).toBeGreaterThan(30)
})

describe('a sequence of events', () => {
  const handshake = [call('passive OPEN'), segment(['SYN']), segment(['ACK'])]

  it.each<[string, EndpointDraft, readonly EventDraft[], State]>([
    ['passive open', at('CLOSED'), handshake, 'ESTABLISHED'],
    ['active open', at('CLOSED'), [call('active OPEN'), segment(['SYN', 'ACK'])], 'ESTABLISHED'],
    ['active close', at('ESTABLISHED'), [call('CLOSE'), segment(['ACK']), segment(['FIN', 'ACK'])], 'TIME-WAIT'],
    [
      'simultaneous close',
      at('ESTABLISHED'),
      [call('CLOSE'), segment(['FIN', 'ACK'], { ack: 'nothing new' })],
      'CLOSING',
    ],
    ['passive close', at('ESTABLISHED'), [segment(['FIN', 'ACK']), call('CLOSE'), segment(['ACK'])], 'CLOSED'],
    ['reset of a passive open', at('LISTEN'), [segment(['SYN']), segment(['RST'])], 'LISTEN'],
  ])('leads on: %s', (_, endpoint, drafts, end) => {
    const made = composeBody(about('after-events', endpoint, ...drafts))
    if (made.kind !== 'composed') throw new Error(made.kind)
    expect(offeredBy(made.body).filter((option) => isRightOption(made.body, option))).toEqual([`state:${end}`])
    const { run, key } = explainAnswer(made.body, { form: 'choice', option: 'state:LAST-ACK' })
    expect(key).toEqual([`state:${end}`])
    expect(run?.moves.map(({ rule }) => findRule(rule)?.from)[0]).toBe(endpoint.state)
    expect(run !== null && replay(run).kind).toBe('holds')
  })

  it('before the last leads to the situation of any other query', () => {
    const made = composeBody(about('next-state', at('CLOSED'), ...handshake))
    if (made.kind !== 'composed' || made.body.kind !== 'next-state') throw new Error(made.kind)
    expect(made.body.situation.tcb.state).toBe('SYN-RECEIVED')
    expect(rightAnswer(made.body)).toEqual({ form: 'choice', option: 'state:ESTABLISHED' })
  })

  it('agrees with a walk over the rows, for two events of every state', () => {
    const short = [...(['CLOSE', 'SEND'] as const).map(call), ...bitSets.slice(1, 4).map((ctl) => segment(ctl))]
    let composed = 0
    for (const state of states)
      for (const one of short)
        for (const other of short) {
          const draft = about('after-events', at(state), one, other)
          const made = composeBody(draft)
          if (made.kind !== 'composed') continue
          composed += 1
          const key = offeredBy(made.body).filter((option) => isRightOption(made.body, option))
          const { run } = explainAnswer(made.body, { form: 'text', text: '' })
          if (run?.moves.length === 2) expect(key).toEqual([`state:${stateByRows(draft)}`])
        }
    expect(composed).toBeGreaterThan(80)
  })
})

describe('what makes no question', () => {
  it.each<[string, ReturnType<typeof about>, string]>([
    ['one event is no sequence', about('after-events', at('ESTABLISHED'), call('CLOSE')), 'too few events'],
    [
      'a timer that does not run',
      about('next-state', at('ESTABLISHED'), { kind: 'timeout', timeout: 'time-wait' }),
      'cannot occur',
    ],
    ['numbers of nothing', about('numbers', at('ESTABLISHED'), call('RECEIVE')), 'sends not one segment'],
    ['an arrow that is not drawn', about('click-arrow', at('ESTABLISHED'), segment(['RST'])), 'no arrow'],
    [
      'a RECEIVE that waits unseen',
      about('next-state', at('ESTABLISHED'), call('RECEIVE'), call('CLOSE')),
      'told too little',
    ],
  ])('%s', (_, draft, error) => {
    expect(composeBody(draft)).toEqual({ kind: 'refused', error })
  })

  it('says by which other reading of TCP it would come out otherwise', () => {
    const made = composeBody(about('next-state', at('ESTABLISHED'), segment(['SYN'])))
    expect(made).toMatchObject({ kind: 'composed', otherwiseBy: ['rfc9293-no-5961', 'rfc793'] })
  })
})

describe('what needs no situation', () => {
  it('is every pair, state and rule that the bank asks, and nothing else', () => {
    const { items } = deriveBank()
    const count = (kind: string) => items.filter(({ body }) => body.kind === kind).length
    const pairs = states.flatMap((from) => states.map((to) => composeBody({ about: 'pair', from, to })))
    expect(pairs.filter(({ kind }) => kind === 'composed')).toHaveLength(count('possible'))
    for (const state of states)
      for (const query of ['state-from-meaning', 'meaning-from-state'] as const)
        expect(composeBody({ about: 'state', query, state }).kind).toBe('composed')
    for (const { body, id } of items.filter((item) => item.body.kind === 'which-event'))
      expect(composeBody({ about: 'rule', rule: id.replace('which-event/', '') })).toMatchObject({ body })
    expect(composeBody({ about: 'rule', rule: 'no such' })).toEqual({ kind: 'refused', error: 'no such rule' })
  })
})

it('an event is worked out where the endpoint stands by then', () => {
  const [, second] = situationsOf(about('after-events', at('ESTABLISHED'), call('CLOSE'), segment(['ACK'])))
  if (second?.event.kind !== 'segment') throw new Error('No segment')
  expect(second.event.segment.ack).toBe(second.tcb.sndNxt)
  expect(has(second.event.segment, 'ACK')).toBe(true)
})
