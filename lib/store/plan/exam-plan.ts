import 'server-only'
import { z } from 'zod'
import type { Prediction } from '../../assessment/predict'
import { isHoliday } from '../../review/balance'
import { findDaysTo } from '../../review/exam-day'
import { foreseePlan } from '../../review/exam-outlook'
import type { Settings } from '../../review/settings'
import { database } from '../database'
import { findLearner, type LearnerToday } from '../review/learner'
import { limitsOf } from '../review/limits-of'
import { type Asking, findQueue } from '../review/next-card'
import { findAimedDay } from './aimed-queue'
import { findExamBlueprint, findExamShares } from './exam-shares'
import { predictBy, predictToday } from './prediction'

/** The plan towards a learner's exam, as Home shows it. */
export type ExamPlan = {
  /** Days to go, 0 on the day itself. */
  readonly days: number
  /** Reviews of today, how many of them are brought forward for the exam, new cards, and cards in steps. */
  readonly reviews: number
  readonly ahead: number
  readonly fresh: number
  readonly steps: number
  readonly isHoliday: boolean
  /** What all that takes this learner as a rule; null while that is unknown. */
  readonly minutes: number | null
  /** New cards that cannot be met in time at the daily limit, and at how many a day they could. */
  readonly unmet: number
  readonly neededPerDay: number
  /** Facts that the exam may ask and that are no cards; and all facts that it may ask. */
  readonly untaken: number
  readonly facts: number
  /** The score to expect if the exam were today, and on its day if the plan is kept; null where nothing is known. */
  readonly ifToday: Prediction | null
  readonly onTheDay: Prediction | null
}

type Person = {
  readonly userId: string
  readonly settings: Settings
  readonly foundTimeZone: string | undefined
  readonly now: Date
}

/** The plan towards the exam of this user; null where none is set or it is over. */
export async function findExamPlan(person: Person): Promise<ExamPlan | null> {
  const learner = await findLearner(person)
  const days = findDaysTo(person.settings, learner.today)
  if (days === null || days < 0) return null
  const { userId, now } = person
  const asking: Asking = { userId, now, today: learner.today, ...limitsOf(learner) }
  const queue = await findQueue(asking)
  const blueprint = await findExamBlueprint(userId, learner.settings)
  const aimed = await findAimedDay({ ...asking, ...person.settings }, learner, queue)
  const rests = isHoliday(learner.workload, learner.today)
  const planned = aimed === null || rests ? null : aimed.plan
  const work = {
    reviews: planned?.reviews.length ?? queue.waiting.due,
    ahead: planned?.ahead ?? 0,
    fresh: planned?.fresh.length ?? queue.waiting.fresh,
    steps: queue.waiting.steps + queue.waiting.soon,
  }
  const { weights } = await findExamShares(blueprint)
  const newLeft = aimed === null ? 0 : aimed.cards.filter(({ memory, isAsked }) => memory === null && isAsked).length
  return {
    days,
    ...work,
    isHoliday: rests,
    minutes: await minutesFor(userId, work),
    unmet: aimed?.plan.unmet ?? 0,
    neededPerDay: Math.ceil((newLeft + queue.done.fresh) / Math.max(1, days)),
    ...(await countUntaken(userId, weights)),
    ifToday: await predictToday(userId, blueprint, learner),
    onTheDay: aimed === null ? null : await predictPlanned(userId, aimed, learner),
  }
}

async function predictPlanned(
  userId: string,
  { aim, cards }: NonNullable<Awaited<ReturnType<typeof findAimedDay>>>,
  learner: LearnerToday,
): Promise<Prediction | null> {
  const blueprint = await findExamBlueprint(userId, learner.settings)
  const { scheduler } = learner
  const outlook = foreseePlan(
    scheduler,
    aim,
    cards.filter(({ isOpen }) => isOpen),
  )
  const recalls = cards.flatMap(({ id, factId, memory }) => {
    const unasked = memory === null ? null : scheduler.recallOn(memory, aim.examDay)
    return factId === null ? [] : [[factId, outlook.get(id) ?? unasked] as const]
  })
  return predictBy(userId, blueprint, new Map(recalls), learner)
}

async function countUntaken(userId: string, weights: ReadonlyMap<string, number>) {
  const { read } = await database()
  const rows = read<[string]>('SELECT "factId" FROM "Card" WHERE "userId" = ? AND "factId" IS NOT NULL')
  const held = new Set(z.array(z.string()).parse(rows.pluck().all(userId)))
  const facts = [...weights.keys()]
  return { facts: facts.length, untaken: facts.filter((fact) => !held.has(fact)).length }
}

/** A new card is asked twice or more on its first day. */
const timesNew = 2

async function minutesFor(
  userId: string,
  { reviews, fresh, steps }: { readonly reviews: number; readonly fresh: number; readonly steps: number },
): Promise<number | null> {
  const { read } = await database()
  const usualMs = read<[string]>('SELECT avg("usualMs") FROM "UsualTime" WHERE "userId" = ?').pluck().get(userId)
  if (typeof usualMs !== 'number') return null
  // In whole milliseconds, or a rounding in a mean of logarithms would make a minute of nothing.
  return Math.ceil(Math.round((reviews + fresh * timesNew + steps) * usualMs) / 60_000)
}
