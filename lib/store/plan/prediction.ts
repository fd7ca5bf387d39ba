import 'server-only'
import { z } from 'zod'
import { believe, doubtOf, type Learned } from '../../assessment/belief'
import type { Blueprint } from '../../assessment/blueprint'
import { type Prediction, predictScore } from '../../assessment/predict'
import { database } from '../database'
import type { LearnerToday } from '../review/learner'
import type { Prepare } from '../sqlite/statements'
import { findExamShares } from './exam-shares'
import { listPlanCards } from './plan-cards'

const pastRow = z.object({ reviews: z.number(), predicted: z.number(), recalled: z.number() })
const triesRow = z.object({ count: z.number(), right: z.number() })

/** How many of the newest answers in practices are looked at. */
const newestAnswers = 500

/** What is known of how well this learner's chances of recall hold, and how they do on facts that are no cards. */
function learnedOf(read: Prepare, userId: string, selfRating: boolean): Learned {
  const past = read<[string]>(
    `SELECT coalesce(sum(reviews), 0) AS reviews, coalesce(sum(recall), 0) AS predicted, coalesce(sum("right"), 0) AS recalled
     FROM "ReviewTotal" WHERE "userId" = ? AND scope = 'bin'`,
  ).get(userId)
  // With min(), SQLite takes the other columns from the row that has the least.
  const firstTries = read<[string]>(
    `SELECT count(*) AS count, coalesce(sum("right"), 0) AS "right" FROM (
       SELECT a."right", min(a.at) FROM (
         SELECT "itemId", "right", at FROM "Answer" WHERE "userId" = ? ORDER BY at DESC LIMIT ${newestAnswers}
       ) a JOIN "Item" i ON i.id = a."itemId" GROUP BY i."factId")`,
  ).get(userId)
  return { past: pastRow.parse(past), firstTries: triesRow.parse(firstTries), selfRating }
}

/**
 * The score that a paper of this blueprint is expected to come to for a learner, from the chance that each fact is recalled;
 * null where nothing is known of them, and where the bank cannot fill the blueprint.
 */
export async function predictBy(
  userId: string,
  blueprint: Blueprint,
  recalls: ReadonlyMap<string, number | null>,
  { settings }: Pick<LearnerToday, 'settings'>,
): Promise<Prediction | null> {
  const { read } = await database()
  const { shares } = await findExamShares(blueprint)
  const learned = learnedOf(read, userId, settings.selfRating)
  const isKnown = learned.firstTries.count > 0 || [...recalls.values()].some((recall) => recall !== null)
  if (!isKnown) return null
  const ofFact = ({ fact, guess }: (typeof shares)[number]) => believe(learned, recalls.get(fact) ?? null, guess.right)
  return predictScore(shares, ofFact, doubtOf(learned))
}

/** The score to expect where the paper is sat today. */
export async function predictToday(
  userId: string,
  blueprint: Blueprint,
  learner: LearnerToday,
): Promise<Prediction | null> {
  const { read } = await database()
  const { weights } = await findExamShares(blueprint)
  const { today, scheduler } = learner
  const cards = listPlanCards(read, { userId, today }, weights)
  const recalls = cards.flatMap(({ factId, memory }) =>
    factId === null ? [] : [[factId, memory === null ? null : scheduler.recallOn(memory, today)] as const],
  )
  return predictBy(userId, blueprint, new Map(recalls), learner)
}
