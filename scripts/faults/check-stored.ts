import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { bodySchema } from '../../lib/items/item'
import { readGiven } from '../../lib/items/shown'
import { openDatabase } from '../../lib/store/database'
import type { AckedAnswer, Answers, SentAnswer } from './answers-under-fire'

const json = z.string().transform((text): unknown => JSON.parse(text))
const storedRow = z.object({
  id: z.string(),
  practiceId: z.string(),
  position: z.number(),
  shown: json.pipe(z.object({ body: bodySchema, options: z.array(z.string()) })),
  given: json,
  right: z.literal([0, 1]),
  tookMs: z.number(),
})
const replied = json.pipe(z.object({ feedback: z.object({ right: z.boolean() }) }))

/** Everything that is wrong with what is stored, one line each; empty where all is as it was acknowledged. */
export async function findLosses(url: string, { acknowledged, unacknowledged }: Answers): Promise<readonly string[]> {
  const database = await openDatabase(url)
  const all = (sql: string) => database.read(sql).all()
  try {
    const stored = z.array(storedRow).parse(all(`SELECT ${Object.keys(storedRow.shape).map(quoted)} FROM "Answer"`))
    const rows = new Map(stored.map((row) => [row.id, row]))
    const sent = new Set([...acknowledged.map(({ answer }) => answer.id), ...unacknowledged.map(({ id }) => id)])
    const checked = JSON.stringify(all('PRAGMA quick_check'))
    return [
      ...acknowledged.flatMap((one) => flawOf(one, rows.get(one.answer.id))),
      ...stored.filter(({ id }) => !sent.has(id)).map(({ id }) => `${id} was never sent`),
      ...(stored.length === rows.size ? [] : [`${stored.length - rows.size} answers are stored twice`]),
      ...all(halfFinished).map((practice) => `half finished: ${JSON.stringify(practice)}`),
      ...(checked === '[{"quick_check":"ok"}]' ? [] : [`quick_check: ${checked}`]),
      ...all('PRAGMA foreign_key_check').map((row) => `foreign key: ${JSON.stringify(row)}`),
    ]
  } finally {
    await database.close()
  }
}

const quoted = (column: string) => `"${column}"`

/** Practices that are finished without all their answers, or have them all and are not: half a transaction. */
const halfFinished = `SELECT p.id FROM "Practice" p
  WHERE (p."finishedAt" IS NOT NULL) <> (p.length = (SELECT count(*) FROM "Answer" a WHERE a."practiceId" = p.id))`

function flawOf({ answer, reply }: AckedAnswer, row: z.infer<typeof storedRow> | undefined): readonly string[] {
  if (row === undefined) return [`${answer.id} was acknowledged and is lost`]
  const { right } = replied.parse(reply).feedback
  return isSame(answer, row) && right === (row.right === 1) ? [] : [`${answer.id} is stored otherwise`]
}

function isSame(
  answer: SentAnswer,
  { practiceId, position, tookMs, shown, given }: z.infer<typeof storedRow>,
): boolean {
  const place = practiceId === answer.practiceId && position === answer.position && tookMs === answer.tookMs
  return place && isDeepStrictEqual(readGiven(shown.body, shown.options, answer.given), given)
}
