import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { openDatabase } from '../../lib/store/database'
import type { ClassUnderFire } from './class-under-fire'

const attemptRow = z.object({ id: z.string(), startedAt: z.string().nullable(), finishedAt: z.string().nullable() })
const draftRow = z.object({ id: z.string(), attemptId: z.string(), position: z.number(), value: z.string() })

/** A digest of every paper, which must stay what it was before the first kill. */
export async function digestPapers(url: string): Promise<string> {
  const database = await openDatabase(url)
  try {
    const rows = database.read('SELECT * FROM "ExamQuestion" ORDER BY "attemptId", position').all()
    return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  } finally {
    await database.close()
  }
}

/** Everything that is wrong with what is stored of a class, one line each; empty where all is as it was acknowledged. */
export async function findClassLosses(url: string, { students }: ClassUnderFire): Promise<readonly string[]> {
  const database = await openDatabase(url)
  const all = (sql: string) => database.read(sql).all()
  try {
    const attempts = z.array(attemptRow).parse(all('SELECT id, "startedAt", "finishedAt" FROM "ExamAttempt"'))
    const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]))
    const drafts = z
      .array(draftRow)
      .parse(all(`SELECT id, "attemptId", position, value FROM "ExamEvent" WHERE kind = 'draft'`))
    const stored = new Map(drafts.map((draft) => [draft.id, draft]))
    const checked = JSON.stringify(all('PRAGMA quick_check'))
    return [
      ...students.flatMap(({ sitter: { attemptId }, started, handedIn, drafts: acknowledged }) => {
        const attempt = byId.get(attemptId)
        return [
          ...(started && attempt?.startedAt == null ? [`the start of ${attemptId} is lost`] : []),
          ...(handedIn && attempt?.finishedAt == null ? [`the hand-in of ${attemptId} is lost`] : []),
          ...acknowledged.flatMap(({ id, position, given }) => {
            const row = stored.get(id)
            if (row === undefined) return [`draft ${id} was acknowledged and is lost`]
            const isSame =
              row.attemptId === attemptId &&
              row.position === position &&
              isDeepStrictEqual(JSON.parse(row.value), given)
            return isSame ? [] : [`draft ${id} is stored otherwise`]
          }),
        ]
      }),
      ...all(gaps).map((row) => `a log with a gap: ${JSON.stringify(row)}`),
      ...all(twice).map((row) => `two tries at once: ${JSON.stringify(row)}`),
      ...(checked === '[{"quick_check":"ok"}]' ? [] : [`quick_check: ${checked}`]),
      ...all('PRAGMA foreign_key_check').map((row) => `foreign key: ${JSON.stringify(row)}`),
    ]
  } finally {
    await database.close()
  }
}

/** A log whose numbers do not run from 0 without a gap: half a transaction. */
const gaps = `SELECT "attemptId" FROM "ExamEvent" GROUP BY "attemptId"
  HAVING min(number) <> 0 OR max(number) <> count(*) - 1`

const twice = `SELECT "userId" FROM "ExamAttempt" WHERE "startedAt" IS NOT NULL GROUP BY "userId", "assignmentId"
  HAVING count(*) > 1`
