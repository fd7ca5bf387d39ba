import { describe, expect, test } from 'vitest'
import { loadSay } from '../i18n/say'
import type { Answer } from '../items/answer'
import { deriveBank } from '../items/bank'
import { offeredBy } from '../items/kinds/all'
import { showOptions } from '../items/shown'
import { rightAnswer } from '../items/verify'
import { presentExamItem } from './present-exam-item'
import { presentResults } from './present-result'

const { items } = deriveBank()
const say = await loadSay('en')

function asked(id: string) {
  const item = items.find((other) => other.id === id)
  if (item === undefined) throw new Error(`No item ${id}`)
  const { body, topic, level } = item
  return { body, question: { position: 0, topic, level, seed: 5, item: { id, version: 1, body } } }
}

function resultOf(id: string, answer: Answer | null, credit: number) {
  const [entry] = presentResults(say, [asked(id).question], [{ position: 0, points: 2, credit, answer }])
  if (entry === undefined) throw new Error(`No result of ${id}`)
  return entry
}

describe('a question of a finished exam', () => {
  test('shows what was chosen among the options as they stood', () => {
    const id = 'next-state/closed.passive-open'
    const shown = showOptions(asked(id).body, 5)
    const entry = resultOf(id, { form: 'choice', option: 'state:CLOSED' }, 0)
    expect(entry.chosen).toEqual([shown.indexOf('state:CLOSED')])
    expect(entry.key?.rightOptions).toEqual([shown.indexOf('state:LISTEN')])
    expect([entry.given, entry.repair]).toEqual([['`CLOSED`'], [entry.feedback?.rule]])
  })

  test('explains no mistake where nothing was answered', () => {
    const entry = resultOf('next-state/closed.passive-open', null, 0)
    expect([entry.given, entry.chosen, entry.feedback?.parting, entry.feedback?.change]).toEqual([null, [], null, null])
    expect(entry.key?.answer).toEqual(['`LISTEN`'])
  })

  test('has of several statements those to repair that were misjudged', () => {
    const id = 'statements/fin-takes-a-number'
    const right = rightAnswer(asked(id).body)
    if (right?.form !== 'several') throw new Error('Not several statements')
    const wrong = offeredBy(asked(id).body).filter((option) => !right.options.includes(option))
    const entry = resultOf(id, { form: 'several', options: [...right.options, ...wrong.slice(0, 1)] }, 50)
    expect(entry.repair.map(({ text }) => text)).toEqual([
      say(`statements.${wrong[0]?.slice('statement:'.length)}.why`),
    ])
  })

  test('has nothing to repair where it is right', () => {
    const id = 'order/handshake/segment'
    expect(resultOf(id, rightAnswer(asked(id).body), 100).repair).toEqual([])
  })

  test('stays where it was withdrawn, with the reason, and without the key that was wrong with it', () => {
    const why = { points: 'nobody', reason: 'Two are right' } as const
    const score = { position: 0, points: 2, credit: 0, answer: { form: 'choice', option: 'state:CLOSED' } } as const
    const { question } = asked('next-state/closed.passive-open')
    const [entry] = presentResults(say, [question], [score], { key: true, explanation: true }, new Map([[0, why]]))
    expect(entry).toMatchObject({ withdrawn: why, given: ['`CLOSED`'], key: null, feedback: null, repair: [] })
  })

  test('is left out where its item is not sound any more', () => {
    expect(presentResults(say, [asked('order/handshake/segment').question], [])).toEqual([])
  })
})

test('a question of a running exam says how to answer, and that the answer stays open', () => {
  const shown = presentExamItem(say, asked('next-state/closed.passive-open').question)
  expect(shown?.hint).toBe('Choose one: `1`–`4`. You can change it until the end.')
  const broken = { ...asked('next-state/closed.passive-open').question, item: { id: 'x', version: 1, body: {} } }
  expect(presentExamItem(say, broken)).toBeNull()
})
