import 'server-only'
import { z } from 'zod'
import { type Answer, answerRow } from './answer'
import type { Place } from './asked-item'
import { columnsOf, toInstantColumn, toJsonColumn } from './columns'
import { database } from './database'
import { insertCards } from './review/add-cards'
import type { Prepare } from './sqlite/statements'

/** What was answered, where, by whom. The item is the one asked there, whatever the browser says. */
export type NewAnswer = Place & Omit<Answer, 'itemId'>

export type Recorded =
  /** `finished`: this was the last answer that the practice waited for. */
  | { readonly kind: 'recorded'; readonly answer: Answer; readonly finished: boolean }
  /** The same answer had come before; this is what was stored then. */
  | { readonly kind: 'already'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly error: 'no such practice' | 'already answered' | 'busy' }

/**
 * Stores an answer for good, by one transaction. It is on disk when this resolves; the same id again changes nothing and
 * gives what is stored. Refuses another id for an answered position as 'already answered'; a place that is not this user's,
 * and an id that is in use elsewhere, as 'no such practice', so that nothing can be learnt about the answers of others;
 * and as 'busy' where another process holds the database. Rejects where the disk fails. The fact behind a wrong answer
 * becomes a card in the same transaction.
 */
export async function recordAnswer(answer: NewAnswer): Promise<Recorded> {
  const { writeNow } = await database()
  const columns: AnswerColumns = {
    ...answer,
    shown: toJsonColumn(answer.shown),
    given: toJsonColumn(answer.given),
    right: answer.right ? 1 : 0,
    at: toInstantColumn(answer.at),
  }
  const written = await writeNow((prepare) => insertAnswer(prepare, columns))
  return written.kind === 'written' ? written.value : written
}

type AnswerColumns = Omit<NewAnswer, 'shown' | 'given' | 'right' | 'at'> & {
  readonly shown: string
  readonly given: string
  readonly right: 0 | 1
  readonly at: string
}

const selectAnswer = `SELECT ${columnsOf(answerRow, 'a')} FROM "Answer" a`

function insertAnswer(prepare: Prepare, answer: AnswerColumns): Recorded {
  const inserted = prepare<[AnswerColumns]>(
    `INSERT INTO "Answer"
       (id, "userId", "practiceId", position, "itemId", "itemVersion", shown, given, "right", "tookMs", at)
     SELECT @id, @userId, pi."practiceId", pi.position, pi."itemId", @itemVersion, @shown, @given, @right, @tookMs, @at
     FROM "PracticeItem" pi JOIN "Practice" p ON p.id = pi."practiceId"
     WHERE pi."practiceId" = @practiceId AND pi.position = @position AND p."userId" = @userId
     ON CONFLICT DO NOTHING`,
  ).run(answer)
  if (inserted.changes === 0) return explainRefusal(prepare, answer)
  const stored = answerRow.parse(prepare<[string]>(`${selectAnswer} WHERE a.id = ?`).get(answer.id))
  if (!stored.right)
    insertCards(prepare, {
      userId: answer.userId,
      factIds: factOf(prepare, stored),
      source: 'practice',
      now: stored.at,
    })
  return { kind: 'recorded', answer: stored, finished: finishPractice(prepare, answer) }
}

function explainRefusal(prepare: Prepare, { id, practiceId, position, userId }: AnswerColumns): Recorded {
  const row = prepare<[string, number, string]>(
    `${selectAnswer} WHERE a."practiceId" = ? AND a.position = ? AND a."userId" = ?`,
  ).get(practiceId, position, userId)
  if (row === undefined) return { kind: 'refused', error: 'no such practice' }
  const answer = answerRow.parse(row)
  return answer.id === id ? { kind: 'already', answer } : { kind: 'refused', error: 'already answered' }
}

/** The fact that an answered item asks, as a list of one. */
function factOf(prepare: Prepare, { itemId }: Answer): readonly string[] {
  const factIds = prepare<[string]>(`SELECT "factId" FROM "Item" WHERE id = ?`).pluck().all(itemId)
  return z.array(z.string()).parse(factIds)
}

/** Notes that the practice is finished once each of its positions has an answer, in whatever order they came. */
function finishPractice(prepare: Prepare, { practiceId, at }: AnswerColumns): boolean {
  const updated = prepare<[string, string, string]>(
    `UPDATE "Practice" SET "finishedAt" = ?
     WHERE id = ? AND "finishedAt" IS NULL AND length = (SELECT count(*) FROM "Answer" WHERE "practiceId" = ?)`,
  ).run(at, practiceId, practiceId)
  return updated.changes === 1
}
