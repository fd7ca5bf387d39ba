import { describe, expect, it } from 'vitest'
import { locales } from '../i18n/routing'
import { loadSay } from '../i18n/say'
import type { Answer } from '../items/answer'
import { deriveBank } from '../items/bank'
import type { Item } from '../items/item'
import { controlOf, offeredBy } from '../items/kinds/all'
import { showOptions } from '../items/shown'
import { rightAnswer } from '../items/verify'
import { presentFeedback } from './present-feedback'
import { presentItem } from './present-item'

const { items } = deriveBank()

function showing({ topic, level, body }: Item) {
  return { position: 3, topic, level, body, options: showOptions(body, 1) }
}

/** A right answer and wrong ones, enough to reach every part of the feedback. */
function answersTo({ body }: Item): readonly Answer[] {
  const right = rightAnswer(body)
  const chosen = offeredBy(body).map((option): Answer => ({ form: 'choice', option }))
  switch (controlOf(body)) {
    case 'choice':
    case 'place':
      return chosen
    case 'several':
      return [{ form: 'several', options: offeredBy(body).slice(0, 1) }]
    case 'order':
      return [{ form: 'order', options: offeredBy(body) }]
    case 'fill':
      return [{ form: 'fill', options: offeredBy(body) }, ...(right ? [right] : [])]
    case 'text':
      return [
        { form: 'text', text: 'close wait' },
        { form: 'text', text: 'no such state' },
        { form: 'text', text: 'fin wait' },
        { form: 'text', text: 'ESTAB' },
        ...(right ? [right] : []),
      ]
    case 'numbers':
      return [{ form: 'numbers', seq: 1, ack: 2 }, ...(right ? [right] : [])]
  }
}

/** Every text in a value, with where it stands. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const keyOfAMessage = /(^|[^\w`])(item|machine|practice|statements|misconceptions)\.[a-z]/

it('what is reckoned with is shown: the variables of every connection whose numbers are asked', async () => {
  const say = await loadSay('en')
  for (const item of items) {
    if (item.body.kind !== 'numbers' || ['CLOSED', 'LISTEN'].includes(item.body.situation.tcb.state)) continue
    const variables = presentItem(say, showing(item)).endpoint?.variables.map(([name]) => name)
    const needed = item.body.situation.tcb.state === 'SYN-SENT' ? ['SND.NXT'] : ['SND.NXT', 'RCV.NXT']
    expect(variables, item.id).toEqual(expect.arrayContaining(needed))
  }
})

describe.each(locales)('the words of every item in %s', (locale) => {
  it('are there, for the question and for every answer to it, with no word missing', async () => {
    const say = await loadSay(locale)
    const wrong: string[] = []
    for (const item of items) {
      const shown = showing(item)
      const presented = [
        presentItem(say, shown),
        ...answersTo(item).map((answer) => presentFeedback(say, item.body, shown.options, answer)),
      ]
      const texts = presented
        .flatMap(textsIn)
        .filter((text) => keyOfAMessage.test(text) || text.includes('undefined') || /\{\w+\}/.test(text))
      if (texts.length > 0) wrong.push(`${item.id}: ${texts[0]}`)
    }
    expect(wrong.slice(0, 5)).toEqual([])
  })

  it('tell no option from another by being the longest or the shortest', async () => {
    const say = await loadSay(locale)
    const choices = items.filter(({ body }) => controlOf(body) === 'choice')
    const counts = { longest: 0, shortest: 0 }
    for (const item of choices) {
      const shown = showing(item)
      const { options } = presentItem(say, shown)
      const right = rightAnswer(item.body)
      const own = right?.form === 'choice' ? (options[shown.options.indexOf(right.option)] ?? '').length : 0
      const others = options
        .map((option) => option.length)
        .filter((_, index) => shown.options[index] !== (right?.form === 'choice' && right.option))
      if (own > Math.max(...others)) counts.longest++
      if (own < Math.min(...others)) counts.shortest++
    }
    // One in four by chance; a test taker who bets on the length must not win much more than that.
    expect(counts.longest / choices.length).toBeLessThan(0.33)
    expect(counts.shortest / choices.length).toBeLessThan(0.33)
  })
})

it('what is said of a statement leads to the run that decides it, right or wrong', async () => {
  const say = await loadSay('en')
  const item = items.find(({ id }) => id === 'statements/old-text-outlives-wait')
  if (item === undefined) throw new Error('No such statement')
  const { options } = showing(item)
  const place = options.indexOf('statement:old-text-outlives-wait')
  for (const chosen of [[], options]) {
    const { statements } = presentFeedback(say, item.body, options, { form: 'several', options: chosen })
    expect(statements[place]?.href).toBe('/learn/experiments#old-duplicate')
  }
})

describe('what the browser gets before the answer', () => {
  it('has exactly this shape, with nothing of the query in it', async () => {
    const say = await loadSay('en')
    for (const item of items) {
      const presented = presentItem(say, showing(item))
      expect(Object.keys(presented).sort(), item.id).toEqual(
        [
          'control',
          'endpoint',
          'hint',
          'keys',
          'kind',
          'listing',
          'options',
          'place',
          'position',
          'prose',
          'sequence',
          'stem',
          'topic',
        ].sort(),
      )
      const endpoint = Object.keys(
        presented.endpoint ?? { event: 0, facts: 0, later: 0, segment: 0, state: 0, variables: 0 },
      ).sort()
      expect(endpoint).toEqual(['event', 'facts', 'later', 'segment', 'state', 'variables'])
      expect(JSON.stringify(presented)).not.toContain(item.fact)
    }
  })

  it('leaves the gap of a diagram open', async () => {
    const say = await loadSay('en')
    for (const item of items) {
      if (item.body.kind !== 'complete-diagram') continue
      const { sequence } = presentItem(say, showing(item))
      const gaps = sequence?.filter((row) => row.A === '?' || row.B === '?' || row.arrow?.segment === '?') ?? []
      expect(gaps.length, item.id).toBeGreaterThan(0)
    }
  })
})
