import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { instantColumn } from '../../columns'
import type { Database } from '../../database'
import { type AssignmentRules, createMarker, createRulesReader } from './mark-paper'
import { markingVersion } from './marking-version'

/** A finished try with its points, in hundredths. */
export type ScoredTry = {
  readonly attemptId: string
  readonly assignmentId: string
  readonly userId: string
  readonly number: number
  readonly finishedAt: number
  readonly earned: number
  readonly outOf: number
}

const row = z.object({
  attemptId: z.string(),
  assignmentId: z.string(),
  userId: z.string(),
  number: z.number(),
  finishedAt: instantColumn.transform((at) => at.getTime()),
  logged: z.number(),
  events: z.number().nullable(),
  rules: z.string().nullable(),
  earned: z.number().nullable(),
  outOf: z.number().nullable(),
})

type Row = z.infer<typeof row>

/** Papers that are marked before others get a turn: some 30 ms. */
const perTurn = 20

/**
 * Every finished try of students at the assignments of a course, or at one of them, or of one student; what staff try counts
 * for nothing. A score that was kept counts as long as the try's log has the same length, the same rules are in force and the
 * same code marks (marking-version.ts), for a frozen paper never changes; every other paper is marked anew and its score kept,
 * some papers at a time, so that nobody else waits long. Where the database is busy it is not kept.
 */
export async function listScoredTries(
  database: Database,
  which: { readonly courseId: string; readonly assignmentId?: string; readonly userId?: string },
): Promise<readonly ScoredTry[]> {
  const { courseId, assignmentId = null, userId = null } = which
  const rows = z.array(row).parse(
    database
      .read<[{ courseId: string; assignmentId: string | null; userId: string | null }]>(
        `SELECT t.id AS "attemptId", t."assignmentId", t."userId", t.number, t."finishedAt",
           (SELECT max(e.number) + 1 FROM "ExamEvent" e WHERE e."attemptId" = t.id) AS logged,
           s.events, s.rules, s.earned, s."outOf"
         FROM "Assignment" a JOIN "ExamAttempt" t ON t."assignmentId" = a.id
         JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = t."userId" AND m.role = 'student'
         LEFT JOIN "PaperScore" s ON s."attemptId" = t.id
         WHERE a."courseId" = @courseId AND a."deletedAt" IS NULL AND t."finishedAt" IS NOT NULL
           AND (@assignmentId IS NULL OR a.id = @assignmentId) AND (@userId IS NULL OR t."userId" = @userId)`,
      )
      .all({ courseId, assignmentId, userId }),
  )
  const rulesOf = createRulesReader(database.read)
  const known = rows.flatMap((one) => {
    const { attemptId, assignmentId: of, userId: whose, number, finishedAt, earned, outOf } = one
    const holds = one.events === one.logged && one.rules === nameOf(rulesOf(of)) && earned !== null && outOf !== null
    return holds ? [{ attemptId, assignmentId: of, userId: whose, number, finishedAt, earned, outOf }] : []
  })
  if (known.length === rows.length) return known
  const held = new Set(known.map(({ attemptId }) => attemptId))
  const marked = await markAnew(
    database,
    rows.filter(({ attemptId }) => !held.has(attemptId)),
    rulesOf,
  )
  return [...known, ...marked]
}

/** Names what marks by these rules, so that no other marking has the name. */
function nameOf({ regrades }: AssignmentRules): string {
  return `${regrades} ${markingVersion}`
}

async function markAnew(
  database: Database,
  rows: readonly Row[],
  rulesOf: (assignmentId: string) => AssignmentRules,
): Promise<readonly ScoredTry[]> {
  const mark = createMarker(database.read)
  const marked: (ScoredTry & { readonly events: number; readonly rules: string })[] = []
  for (const [index, { attemptId, assignmentId, userId, number, finishedAt, logged }] of rows.entries()) {
    if (index % perTurn === perTurn - 1) await nextTurn()
    const inForce = rulesOf(assignmentId)
    const points = mark({ userId, attemptId }, inForce.rules)
    if (points === undefined) continue
    const one = { attemptId, assignmentId, userId, number, finishedAt, ...points }
    marked.push({ ...one, events: logged, rules: nameOf(inForce) })
  }
  await keep(database, marked)
  return marked
}

async function keep(
  { writeNow }: Database,
  marked: readonly (ScoredTry & { readonly events: number; readonly rules: string })[],
): Promise<void> {
  // One short transaction each, for others write meanwhile. What does not get its turn is marked anew next time.
  for (let start = 0; start < marked.length; start += 500) {
    const some = marked.slice(start, start + 500)
    await writeNow((prepare) => {
      const insert = prepare<[Pick<ScoredTry, 'attemptId' | 'earned' | 'outOf'> & { events: number; rules: string }]>(
        `INSERT INTO "PaperScore" ("attemptId", events, rules, earned, "outOf")
         SELECT @attemptId, @events, @rules, @earned, @outOf WHERE EXISTS (SELECT 1 FROM "ExamAttempt" WHERE id = @attemptId)
         ON CONFLICT ("attemptId") DO UPDATE SET events = @events, rules = @rules, earned = @earned, "outOf" = @outOf`,
      )
      for (const { attemptId, events, rules, earned, outOf } of some)
        insert.run({ attemptId, events, rules, earned, outOf })
    })
  }
}
