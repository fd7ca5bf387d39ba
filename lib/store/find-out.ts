import 'server-only'
import { answerSchema } from '../items/answer'
import type { Questions } from '../items/diagnosis/choose-question'
import { type Asked, findNextQuestion, type NextQuestion } from '../items/diagnosis/find-out'
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
export function askedIn({ items }: Pick<Practice, 'items'>): readonly Asked[] {
  return items.flatMap(({ item, answer }) => {
    const body = findSoundBody(item)
    const given = answerSchema.safeParse(answer?.given)
    return body === null || !given.success ? [] : [{ itemId: item.id, body, answer: given.data }]
  })
}

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
