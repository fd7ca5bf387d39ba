import 'server-only'
import { z } from 'zod'
import { type Answer, answerSchema } from '../../items/answer'
import { type Asked, askedSchema } from '../../teach/authored'
import { columnsOf, instantColumn, jsonColumn } from '../columns'
import { database } from '../database'
import { mayIn } from './may'

const row = z.object({
  id: z.string(),
  courseId: z.string(),
  code: z.string(),
  body: jsonColumn.pipe(askedSchema),
  seed: z.number(),
  openedAt: instantColumn,
  closedAt: instantColumn.nullable(),
  revealedAt: instantColumn.nullable(),
})

/** A question of a lecture hall: open, then closed, then shown with its proof. */
export type LiveQuestion = Readonly<Omit<z.infer<typeof row>, 'body'>> & {
  readonly asked: Asked
  readonly state: 'open' | 'closed' | 'revealed'
}

function read({ body, ...live }: z.infer<typeof row>): LiveQuestion {
  const state = live.revealedAt !== null ? 'revealed' : live.closedAt !== null ? 'closed' : 'open'
  return { ...live, asked: body, state }
}

type InCourse = { readonly userId: string; readonly courseId: string }

const ofCourse = `SELECT ${columnsOf(row, 'q')} FROM "LiveQuestion" q
  WHERE q."courseId" = @courseId AND ${mayIn('ask live', 'q."courseId"')}`

/** The questions that were asked in a course's hall, the newest first; none for who may not ask there. */
export async function listLive({ userId, courseId }: InCourse): Promise<readonly LiveQuestion[]> {
  const opened = await database()
  const rows = opened
    .read<[InCourse]>(`${ofCourse} ORDER BY q."openedAt" DESC, q.id LIMIT 200`)
    .all({ userId, courseId })
  return z.array(row).parse(rows).map(read)
}

/** One of them, for who may ask in that course. */
export async function findLive(which: InCourse & { readonly liveId: string }): Promise<LiveQuestion | undefined> {
  const opened = await database()
  const { userId, courseId, liveId } = which
  const found = opened.read<[typeof which]>(`${ofCourse} AND q.id = @liveId`).get({ userId, courseId, liveId })
  return found === undefined ? undefined : read(row.parse(found))
}

/** The question behind a code, for anybody in the hall: a code is all that it takes. */
export async function findLiveByCode(code: string): Promise<LiveQuestion | undefined> {
  const opened = await database()
  const found = opened.read<[string]>(`SELECT ${columnsOf(row, 'q')} FROM "LiveQuestion" q WHERE q.code = ?`).get(code)
  return found === undefined ? undefined : read(row.parse(found))
}

/** What was answered to a question, each phone once, in no order that says who. */
export async function listLiveAnswers(liveId: string): Promise<readonly Answer[]> {
  const opened = await database()
  const rows = opened
    .read<[string]>('SELECT answer FROM "LiveAnswer" WHERE "liveId" = ? ORDER BY voter')
    .pluck()
    .all(liveId)
  return rows.map((answer) => jsonColumn.pipe(answerSchema).parse(answer))
}

export async function countLiveAnswers(liveId: string): Promise<number> {
  const opened = await database()
  const count = opened.read<[string]>('SELECT count(*) FROM "LiveAnswer" WHERE "liveId" = ?').pluck().get(liveId)
  return z.number().parse(count)
}

/** What this phone answered last; undefined where nothing. */
export async function findLiveAnswer(liveId: string, voter: string): Promise<Answer | undefined> {
  const opened = await database()
  const found = opened
    .read<[string, string]>('SELECT answer FROM "LiveAnswer" WHERE "liveId" = ? AND voter = ?')
    .pluck()
    .get(liveId, voter)
  return found === undefined ? undefined : jsonColumn.pipe(answerSchema).parse(found)
}
