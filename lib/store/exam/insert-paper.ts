import 'server-only'
import type { PaperQuestion } from '../../assessment/paper'
import { toJsonColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'
import type { ExamItem } from './exam-items'

/** Freezes a paper: each question as its item is now, whatever becomes of that in the bank. */
export function insertPaper(prepare: Prepare, attemptId: string, questions: readonly PaperQuestion<ExamItem>[]): void {
  const insert = insertQuestion(prepare)
  for (const [position, { item, seed, points }] of questions.entries()) {
    const { id, fact, topic, level, pathLength, version, body } = item
    const source = item.isAuthored ? { itemId: null, versionId: id } : { itemId: id, versionId: null }
    const frozen = { attemptId, position, ...source, fact, topic, level, pathLength, version, seed, points }
    insert.run({ ...frozen, body: toJsonColumn(body) })
  }
}

type QuestionColumns = Pick<ExamItem, 'fact' | 'topic' | 'level' | 'pathLength' | 'version'> & {
  readonly attemptId: string
  readonly position: number
  readonly itemId: string | null
  readonly versionId: string | null
  readonly body: string
  readonly seed: number
  readonly points: number
}

const insertQuestion = (prepare: Prepare) =>
  prepare<[QuestionColumns]>(
    `INSERT INTO "ExamQuestion"
       ("attemptId", position, "itemId", "versionId", "itemVersion", "factId", topic, level, "pathLength", body, seed, points)
     VALUES (@attemptId, @position, @itemId, @versionId, @version, @fact, @topic, @level, @pathLength, @body, @seed, @points)`,
  )
