import { describe, expect, it } from 'vitest'
import { loadReviewSay } from '../i18n/review-say'
import { locales } from '../i18n/routing'
import { loadSay } from '../i18n/say'
import { deriveBank } from '../items/bank'
import { isRightOption, offeredBy } from '../items/kinds/all'
import { findFreshBody } from '../items/mark'
import type { Given } from '../items/shown'
import { showOptions } from '../items/shown'
import type { Memory } from '../review/memory'
import { defaultScheduling } from '../review/scheduler'
import { presentFeedback } from '../words/present-feedback'
import { presentItem } from '../words/present-item'
import type { PresentedQuestion } from '../words/review-exchange'
import { createReviewer } from './reviewer'
import type { DeviceReview, Taken, TakenCard } from './taken'

const { items } = deriveBank()
const minute = 60_000
const day = 1440 * minute
const today = 20_000
const noon = today * day + 720 * minute
const say = await loadSay('en')

let made = 0
/** A card about LISTEN, asked for its meaning. */
function cardOf(memory: Memory | null, siblings: readonly string[] = []): TakenCard {
  made += 1
  const item = items.find(({ id }) => id === 'state-from-meaning/LISTEN')
  if (item === undefined) throw new Error('The bank asks for the meaning of LISTEN')
  const showings = [1, 2, 3].map((seed) => ({
    handle: 7,
    seed: seed + made * 10,
    topic: item.topic,
    level: item.level,
    body: item.body,
    print: seed,
  }))
  return { card: `card ${made}`, version: 1, siblings, memory, showings }
}

const ripe = (dueDay: number, stability = 5): Memory => ({
  phase: 'review',
  stability,
  difficulty: 5,
  step: 0,
  due: { kind: 'on', day: dueDay },
  lastAtMs: noon - 10 * day,
  lastDay: today - 10,
  reps: 3,
  lapses: 0,
})

function takenOf(cards: readonly TakenCard[], clock = 0): Taken {
  return {
    owner: 'ada',
    build: 'one',
    at: { byServer: noon, byDevice: noon + clock },
    scheduling: defaultScheduling,
    clock: { timeZone: 'UTC', dayStartsAtHour: 4 },
    selfRating: false,
    numberKeys: true,
    usualMs: {},
    cards,
  }
}

/** The place of the right option, or of a wrong one, in what is shown. */
function choiceOf(taken: Taken, { card, seed }: PresentedQuestion, right: boolean): Given {
  const body = taken.cards.find((held) => held.card === card)?.showings.find((showing) => showing.seed === seed)?.body
  if (body === undefined) throw new Error('The card was taken along')
  return { choice: showOptions(body, seed).findIndex((option) => isRightOption(body, option) === right) }
}

/** Goes through a device's cards, right or wrong as told, a minute after the other. */
function reviewAll(taken: Taken, answers: readonly boolean[], clock = 0) {
  const reviewer = createReviewer(say, taken)
  const reviews: DeviceReview[] = []
  const seen: { readonly card: string; readonly seed: number; readonly comesBack: string }[] = []
  for (const [index, right] of answers.entries()) {
    const atMs = noon + clock + index * minute
    const { card } = reviewer.ask(reviews, atMs)
    if (card === null) break
    const given = choiceOf(taken, card, right)
    const marked = reviewer.answer(reviews, card, { id: `review ${index}`, given, tookMs: 5000, sure: false, atMs })
    if (marked.kind === 'refused') throw new Error(marked.error)
    expect(marked.feedback.right).toBe(right)
    reviews.push(marked.review)
    seen.push({ card: card.card, seed: card.seed, comesBack: marked.comesBack[marked.review.rating] })
  }
  const last = reviewer.ask(reviews, noon + clock + answers.length * minute)
  return { reviewer, reviews, seen, last }
}

describe('a device without a network', () => {
  it('asks what is due, the likeliest forgotten first, and a card that was wrong comes back in other words', () => {
    const [sure, shaky, later] = [cardOf(ripe(today, 50)), cardOf(ripe(today, 2)), cardOf(ripe(today + 1))]
    const taken = takenOf([sure, shaky, later])
    const { seen, last } = reviewAll(taken, [false, true, true])
    expect(seen.map(({ card }) => card)).toEqual([shaky.card, sure.card, shaky.card])
    expect(seen[0]?.comesBack).toBe('in 10 minutes')
    expect(seen[1]?.comesBack).toMatch(/^in \d+ days$/)
    expect(seen[2]?.seed).not.toBe(seen[0]?.seed)
    expect(last).toMatchObject({ left: { due: 0, fresh: 0, steps: 0 }, card: null })
  })

  it('asks what was due tomorrow when tomorrow has come', () => {
    const card = cardOf(ripe(today + 1))
    const reviewer = createReviewer(say, takenOf([card]))
    expect(reviewer.ask([], noon).card).toBe(null)
    expect(reviewer.ask([], noon + day).card?.card).toBe(card.card)
  })

  it.each([-day, day])('whose clock is wrong by %d ms asks what is due by the server’s', (clock) => {
    const taken = takenOf([cardOf(ripe(today)), cardOf(ripe(today + 1))], clock)
    expect(reviewAll(taken, [true], clock).last.left).toEqual({ due: 0, fresh: 0, steps: 0 })
  })

  it('takes a new card through its steps', () => {
    const { seen, last } = reviewAll(takenOf([cardOf(null)]), [true, true])
    expect(seen[0]?.comesBack).toBe('in 10 minutes')
    expect(seen[1]?.comesBack).toMatch(/days?|tomorrow/)
    expect(last.card).toBe(null)
  })

  it('leaves the siblings of what it asked for tomorrow', () => {
    const sibling = cardOf(null)
    const taken = takenOf([cardOf(null, [sibling.card]), sibling])
    expect(reviewAll(taken, [true]).last.left).toEqual({ due: 0, fresh: 0, steps: 1 })
  })

  it('has a review undone by leaving it out', () => {
    const taken = takenOf([cardOf(ripe(today))])
    const { reviewer, reviews } = reviewAll(taken, [false])
    expect(reviewer.ask(reviews.slice(0, -1), noon)).toEqual(reviewer.ask([], noon))
    expect(reviewer.ask(reviews, noon).left).toEqual({ due: 0, fresh: 0, steps: 1 })
  })

  it('counts no review that the server has refused', () => {
    const taken = takenOf([cardOf(ripe(today))])
    const { reviewer, reviews } = reviewAll(taken, [true])
    const refused = reviews.map((review): DeviceReview => ({ ...review, status: { refused: 'withdrawn' } }))
    expect(reviewer.ask(refused, noon).left).toEqual({ due: 1, fresh: 0, steps: 0 })
  })

  it('has a learner who rates themselves do so before the review is sent, and counts it by the evidence until then', () => {
    const taken = { ...takenOf([cardOf(ripe(today))]), selfRating: true }
    const { reviews, last } = reviewAll(taken, [true])
    expect(reviews).toMatchObject([
      { status: 'unrated', rating: 'good', sent: { rating: null, print: taken.cards[0]?.showings[0]?.print } },
    ])
    expect(last.left).toEqual({ due: 0, fresh: 0, steps: 0 })
    expect(reviewAll(takenOf([cardOf(ripe(today))]), [true]).reviews).toMatchObject([{ status: 'unsent' }])
  })

  it('asks no more of a card that rests after its sixth lapse', () => {
    const taken = takenOf([cardOf({ ...ripe(today), lapses: 5 })])
    const { reviewer, reviews, last } = reviewAll(taken, [false])
    expect(last).toMatchObject({ card: null, left: { due: 0, fresh: 0, steps: 0 } })
    const { card } = reviewer.ask([], noon)
    const [review] = reviews
    if (card === null || review === undefined) throw new Error('It was asked')
    const { given } = review.sent
    const again = reviewer.answer([], card, { id: 'again', given, tookMs: 1, sure: false, atMs: noon })
    expect(again).toMatchObject({ rests: { again: true, good: false } })
  })

  it('asks nothing that its own machine does not agree with', () => {
    const sound = cardOf(ripe(today))
    const showings = sound.showings.map((showing) => ({ ...showing, seed: showing.seed + 5 }))
    const unsound: TakenCard = {
      ...cardOf(ripe(today, 1)),
      showings: showings.map((showing) => ({
        ...showing,
        body: { kind: 'state-from-meaning', state: 'LISTEN', options: ['state:CLOSED', 'state:SYN-SENT'] },
      })),
    }
    const { card, left } = createReviewer(say, takenOf([unsound, sound])).ask([], noon)
    expect(card?.card).toBe(sound.card)
    expect(left.due).toBe(1)
  })

  it('refuses an answer that does not fit what was shown, and one about a card that it does not hold', () => {
    const taken = takenOf([cardOf(ripe(today))])
    const reviewer = createReviewer(say, taken)
    const { card } = reviewer.ask([], noon)
    if (card === null) throw new Error('It is asked')
    const answer = { id: 'x', given: { text: 'LISTEN' }, tookMs: 1, sure: false, atMs: noon } as const
    expect(reviewer.answer([], card, answer)).toEqual({ kind: 'refused', error: 'invalid' })
    const other = { ...card, card: 'another' }
    expect(reviewer.answer([], other, answer)).toEqual({ kind: 'refused', error: 'withdrawn' })
  })
})

describe('the words of a device', () => {
  it.each(locales)('are those of the server, for items and explanations of every kind: %s', async (locale) => {
    const [here, there] = await Promise.all([loadReviewSay(locale), loadSay(locale)])
    for (const item of items.filter((_, place) => place % 5 === 0)) {
      const body = findFreshBody({ id: item.id, version: 1, body: item.body }, item.fact, 1) ?? item.body
      const options = showOptions(body, 1)
      const showing = { position: 0, topic: item.topic, level: item.level, body, options }
      expect(presentItem(here, showing)).toEqual(presentItem(there, showing))
      const [option = ''] = offeredBy(body)
      const answer = { form: 'choice', option } as const
      expect(presentFeedback(here, body, options, answer)).toEqual(presentFeedback(there, body, options, answer))
    }
  })
})
