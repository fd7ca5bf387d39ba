// Makes a learner with a past, by the app's own functions, in the database that DATABASE_URL names, which a server may
// have open at the same time. Prints their cookie and their cards as JSON. Run with --conditions=react-server.
import { randomUUID } from 'node:crypto'
import type { Answer } from '../../lib/items/answer'
import { deriveBank } from '../../lib/items/bank'
import { beliefsBetrayed } from '../../lib/items/diagnosis/betrayed'
import type { Item } from '../../lib/items/item'
import { controlOf, isRightOption, offeredBy } from '../../lib/items/kinds/all'
import { type Random, randomFrom } from '../../lib/items/random'
import { dayOf, startOfDay } from '../../lib/review/day'
import { factsOfSet } from '../../lib/review/ready-sets'
import { dayClockOf, defaultSettings } from '../../lib/review/settings'
import { ensureUserId } from '../../lib/session/session'
import { createPractice } from '../../lib/store/create-practice'
import { database } from '../../lib/store/database'
import { listCards } from '../../lib/store/progress/list-cards'
import { recordAnswer } from '../../lib/store/record-answer'
import { addCards } from '../../lib/store/review/add-cards'
import { type FactCard, isOfFact } from '../../lib/store/review/card'
import { findLearner } from '../../lib/store/review/learner'
import { recordReview } from '../../lib/store/review/record-review'
import { undoReview } from '../../lib/store/review/undo-review'
import type { Past } from './past'

const pastDays = 150
const newPerDay = 4
const minuteMs = 60_000
const nothing: Answer = { form: 'text', text: '' }

const now = new Date()
const clock = dayClockOf(defaultSettings)
const today = dayOf(clock, now.getTime())
const random = randomFrom(2026)
const bank = deriveBank()
/** The item that asks a fact; one that a belief can answer wrongly, where there is one. */
const itemOf = new Map<string, Item>()
for (const item of bank.items) {
  const known = itemOf.get(item.fact)
  if (known === undefined || (wrongAnswer(known, () => 0).betrays === 0 && wrongAnswer(item, () => 0).betrays > 0))
    itemOf.set(item.fact, item)
}

const { userId, setCookies } = await ensureUserId(new Headers({ 'user-agent': 'past' }))
const facts = ['states', 'handshake', 'close'].flatMap((set) => factsOfSet(set as 'states', bank.facts))
const factIds = [...new Set(facts.map(({ id }) => id))]
await addCards({ userId, factIds, source: 'set', now: instantOn(today - pastDays, 0) })

for (let day = today - pastDays; day <= today; day++) {
  // Life: a day in seven is free, and so are the three weeks before today.
  if (day !== today && (random() < 1 / 7 || day >= today - 21)) continue
  const { scheduler, workload } = await findLearner({
    userId,
    settings: defaultSettings,
    foundTimeZone: undefined,
    now: instantOn(day, 0),
  })
  const cards = (await listCards(userId)).filter(isOfFact)
  const due = cards.filter(({ memory }) => memory !== null && (memory.due.kind === 'at' || memory.due.day <= day))
  const fresh = cards.filter(({ memory }) => memory === null).slice(0, newPerDay)
  const asked = day === today ? due.slice(0, 6) : [...due, ...fresh]
  await Promise.all(asked.map((card, nth) => review(card, day, nth, { scheduler, workload })))
}
// The last review is taken back: it is on no page.
await undoReview(
  userId,
  (await findLearner({ userId, settings: defaultSettings, foundTimeZone: undefined, now })).scheduler,
  now,
)
const practiceId = await practise()

const cards = (await listCards(userId)).filter(isOfFact)
const past: Past = {
  cookie: setCookies.map((setCookie) => setCookie.split(';')[0] ?? ''),
  practiceId,
  cards: cards.map(({ id, factId, memory }) => ({ id, factId, reps: memory?.reps ?? 0 })),
}
await (await database()).close()
process.stdout.write(JSON.stringify(past))

async function review(card: FactCard, day: number, nth: number, learner: Parameters<typeof recordReview>[1]) {
  const item = itemOf.get(card.factId)
  if (item === undefined) throw new Error(`Nothing asks ${card.factId}`)
  const recall = card.memory === null ? 0.6 : learner.scheduler.recallOn(card.memory, day)
  const right = random() < recall
  const at = instantOn(day, nth)
  const recorded = await recordReview(
    {
      id: randomUUID(),
      userId,
      cardId: card.id,
      at,
      day,
      receivedAt: at,
      item: { id: item.id, kind: item.body.kind, version: 1, seed: nth },
      given: right ? rightAnswer(item) : wrongAnswer(item, random).answer,
      evidence: { right, helped: false, sure: false, tookMs: 4000 + Math.floor(random() * 16_000) },
      selfRating: null,
      siblings: [],
    },
    learner,
  )
  if (recorded.kind === 'refused') throw new Error(recorded.error)
}

/** A practice of one question, answered as somebody would who believes that LAST-ACK leads to TIME-WAIT. */
async function practise(): Promise<string> {
  const id = 'next-state/last-ack.rcv-ack.seg-seq-rcv-nxt.acknowledges-our-fin'
  const items = [{ itemId: id, seed: 1 }]
  const started = await createPractice({ userId, topics: ['passive close'], kinds: ['next-state'], items, now })
  if (started.kind === 'refused') throw new Error(started.error)
  const recorded = await recordAnswer({
    id: randomUUID(),
    userId,
    practiceId: started.practiceId,
    position: 0,
    itemVersion: 1,
    shown: [],
    given: { form: 'choice', option: 'state:TIME-WAIT' },
    right: false,
    tookMs: 5000,
    at: now,
  })
  if (recorded.kind === 'refused') throw new Error(recorded.error)
  return started.practiceId
}

/** A minute after another from the beginning of a day; never later than now. */
function instantOn(day: number, minute: number): Date {
  return new Date(Math.min(startOfDay(clock, day) + minute * minuteMs, now.getTime()))
}

function rightAnswer({ body }: Item): Answer {
  const option = isChosen(body) ? offeredBy(body).find((one) => isRightOption(body, one)) : undefined
  return option === undefined ? nothing : { form: 'choice', option }
}

/** A wrong answer that betrays as many beliefs as one can, or any where none betrays one. */
function wrongAnswer({ body }: Item, draw: Random): { readonly answer: Answer; readonly betrays: number } {
  const wrong = isChosen(body) ? offeredBy(body).filter((one) => !isRightOption(body, one)) : []
  const weighed = wrong.map((option) => {
    const answer: Answer = { form: 'choice', option }
    return { answer, betrays: beliefsBetrayed(body, answer).length }
  })
  const most = Math.max(0, ...weighed.map(({ betrays }) => betrays))
  const best = weighed.filter(({ betrays }) => betrays === most)
  return best[Math.floor(draw() * best.length)] ?? { answer: nothing, betrays: 0 }
}

function isChosen(body: Item['body']): boolean {
  return controlOf(body) === 'choice' || controlOf(body) === 'place'
}
