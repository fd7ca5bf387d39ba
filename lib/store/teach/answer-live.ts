import 'server-only'
import type { Answer } from '../../items/answer'
import { toInstantColumn, toJsonColumn } from '../columns'
import { database } from '../database'

/** The most phones that answer one question. */
export const mostLiveAnswers = 2000

export type LiveAnswer = {
  readonly liveId: string
  /** The hash of the phone's secret for this question. */
  readonly voter: string
  readonly answer: Answer
  readonly now: Date
}

export type AnsweredLive =
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused'; readonly error: 'closed' | 'full' | 'busy' }

/** Keeps what a phone answers, in place of what it answered before, as long as the question is open. */
export async function answerLive({ liveId, voter, answer, now }: LiveAnswer): Promise<AnsweredLive> {
  const { writeNow } = await database()
  const written = await writeNow((prepare): AnsweredLive => {
    const open = prepare<[string]>('SELECT 1 FROM "LiveQuestion" WHERE id = ? AND "closedAt" IS NULL').get(liveId)
    if (open === undefined) return { kind: 'refused', error: 'closed' }
    const row = { liveId, voter, answer: toJsonColumn(answer), now: toInstantColumn(now) }
    const changed = prepare<[object]>(
      'UPDATE "LiveAnswer" SET answer = @answer, at = @now WHERE "liveId" = @liveId AND voter = @voter',
    ).run(row)
    if (changed.changes > 0) return { kind: 'kept' }
    const count = prepare<[string]>('SELECT count(*) FROM "LiveAnswer" WHERE "liveId" = ?').pluck().get(liveId)
    if (Number(count) >= mostLiveAnswers) return { kind: 'refused', error: 'full' }
    prepare<[object]>(
      'INSERT INTO "LiveAnswer" ("liveId", voter, answer, at) VALUES (@liveId, @voter, @answer, @now)',
    ).run(row)
    return { kind: 'kept' }
  })
  return written.kind === 'written' ? written.value : written
}
