import { describe, expect, it } from 'vitest'
import { locales } from '../i18n/routing'
import { loadSay } from '../i18n/say'
import { listFacts } from '../items/known-facts'
import { findSides, type Sides } from '../items/sides'
import { presentSides } from './present-sides'

/** Every text in a value, with where it stands. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const keyOfAMessage = /(^|[^\w`])(item|machine|cards|statements|learn)\.[a-z]/

function selectSides(factId: string): Sides {
  const sides = findSides(factId)
  if (sides === null) throw new Error(`No sides of ${factId}`)
  return sides
}

it('every fact of the bank has two sides, and what is no fact has none', () => {
  expect(listFacts().length).toBeGreaterThan(500)
  expect(listFacts().filter(({ id }) => findSides(id) === null)).toEqual([])
  expect(['rule/none', 'no/fact', '', 'meaning/SYN'].map(findSides)).toEqual([null, null, null, null])
})

it('the answer of a rule and of numbers is what the machine does in that very situation', () => {
  for (const { id } of listFacts()) {
    const sides = selectSides(id)
    if (sides.kind === 'rule') expect([id, sides.run.moves[0]?.rule]).toEqual([id, sides.rule.id])
    if (sides.kind === 'numbers') expect([id, sides.rule.emits.length]).toEqual([id, 1])
  }
})

describe.each(locales)('the cards of all facts in %s', (locale) => {
  it('have words on both sides, a reason and a place in the RFC, and no word missing', async () => {
    const say = await loadSay(locale)
    const wrong: string[] = []
    for (const { id } of listFacts()) {
      const { front, back, topic } = presentSides(say, selectSides(id))
      const texts = textsIn({ front, back, topic })
      const missing = texts.find(
        (text) => keyOfAMessage.test(text) || /undefined|null|NaN/.test(text) || /\{\w+\}/.test(text),
      )
      if (missing !== undefined) wrong.push(`${id}: ${missing}`)
      const empty = [front.title, front.ask, ...back.answer, ...back.why].some((text) => text.trim() === '')
      if (empty || back.answer.length === 0 || back.why.length === 0) wrong.push(`${id}: an empty side`)
      if (!back.cites.some(({ href }) => href?.startsWith('https://www.rfc-editor.org/'))) wrong.push(`${id}: no place`)
      if (back.picture === null && id.split('/')[0] !== 'statement') wrong.push(`${id}: no picture`)
    }
    expect(wrong).toEqual([])
  })

  it('do not tell the answer on the front', async () => {
    const say = await loadSay(locale)
    const bare = (text: string) => text.replace(/[`.。：:\s]/g, '')
    const wrong: string[] = []
    for (const { id } of listFacts()) {
      const sides = selectSides(id)
      const { front, back } = presentSides(say, sides)
      const shown = bare(textsIn(front).join(' '))
      const told = back.answer.filter((answer) => shown.includes(bare(answer)))
      // Where a rule leads is in no word of the situation.
      const state = sides.kind === 'rule' && sides.rule.kind === 'transition' ? [sides.rule.to] : []
      if (told.length > 0 || state.some((to) => shown.includes(bare(to)))) wrong.push(`${id}: ${told} ${state}`)
    }
    expect(wrong).toEqual([])
  })
})
