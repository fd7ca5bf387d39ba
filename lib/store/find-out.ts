import 'server-only'
import { answerSchema } from '../items/answer'
import type { Questions } from '../items/diagnosis/choose-question'
import { type Asked, findNextQuestion, type NextQuestion, posteriorOf } from '../items/diagnosis/find-out'
import { type Evidence, type Outcome, outcomeOf } from '../items/diagnosis/outcome'
import { findSoundBody } from '../items/mark'
import { beliefQuestions } from './belief-questions'
import { toJsonColumn } from './columns'
import { createPractice, type Started } from './create-practice'
import { database } from './database'
import { findPractice, type Practice } from './practice'

type Start = { readonly userId: string; readonly seed: number; readonly now: Date }

/** Starts a practice that finds out what its owner believes, with its first question. */
export async function startFindingOut({ userId, seed, now }: Start): Promise<Started> {
  const next = findNextQuestion(await beliefQuestions(), [])
  if (next === null) throw new Error('The bank has nothing to find a belief out by')
  const item = { itemId: next.itemId, seed, body: next.made ? next.body : null }
  return createPractice({ userId, aim: 'beliefs', topics: [], kinds: [], items: [item], now })
}

/** What was asked and answered in a practice so far; what is not sound any more is left out. */
function askedIn({ items }: Pick<Practice, 'items'>): readonly (Asked & { readonly position: number })[] {
  return items.flatMap(({ position, item, answer }) => {
    const body = findSoundBody(item)
    const given = answerSchema.safeParse(answer?.given)
    return body === null || !given.success ? [] : [{ position, itemId: item.id, body, answer: given.data }]
  })
}

export type FoundOut = {
  readonly kind: Outcome['kind']
  readonly beliefs: readonly FoundBelief[]
  readonly tellable: number
}

/** `fits`: the places of the answers that its holder would have given; `asked`: to how many questions its holder errs. */
type FoundBelief = { readonly id: string; readonly fits: readonly number[]; readonly asked: number }

type Which = { readonly userId: string; readonly practiceId: string; readonly seed: number }

/**
 * Puts the next question behind the others of a practice that finds out what its owner believes, by one transaction, where
 * all of them are answered and something is left to ask. Twice is once. What it could not put, for the database is busy, the
 * next call does.
 */
export async function findOutMore({ userId, practiceId, seed }: Which): Promise<void> {
  const [questions, practice] = await Promise.all([beliefQuestions(), findPractice({ userId, practiceId })])
  if (practice === undefined || practice.aim !== 'beliefs') return
  const next = nextIn(questions, practice)
  if (next === null) return
  const { writeNow } = await database()
  const body = next.made ? toJsonColumn(next.body) : null
  const row = { userId, practiceId, position: practice.length, itemId: next.itemId, seed, body }
  await writeNow((prepare) => {
    const { changes } = prepare<[typeof row]>(
      `INSERT INTO "PracticeItem" ("practiceId", position, "itemId", seed, body)
       SELECT p.id, @position, @itemId, @seed, @body FROM "Practice" p
       WHERE p.id = @practiceId AND p."userId" = @userId AND p.length = @position
       ON CONFLICT DO NOTHING`,
    ).run(row)
    if (changes === 1)
      prepare<[string, string]>(
        `UPDATE "Practice" SET length = length + 1, "finishedAt" = NULL WHERE id = ? AND "userId" = ?`,
      ).run(practiceId, userId)
  })
}

function nextIn(questions: Questions, practice: Practice): NextQuestion | null {
  const isOpen = practice.items.some(({ answer }) => answer === undefined)
  return isOpen ? null : findNextQuestion(questions, askedIn(practice))
}

/** What a practice has found out, with the places of the answers that say so, and how many beliefs it could have found. */
export async function findOutcome(practice: Practice): Promise<FoundOut> {
  const questions = await beliefQuestions()
  const asked = askedIn(practice)
  const placesOf = ({ fits, others }: Evidence) => ({
    fits: fits.flatMap((index) => asked[index]?.position ?? []),
    asked: fits.length + others.length,
  })
  const outcome = outcomeOf(questions, asked)
  const found = outcome.kind === 'held' ? [outcome] : outcome.kind === 'unclear' ? outcome.possible : []
  return {
    kind: outcome.kind,
    beliefs: found.map(({ id, evidence }) => ({ id, ...placesOf(evidence) })),
    tellable: posteriorOf(questions, []).beliefs.size,
  }
}
