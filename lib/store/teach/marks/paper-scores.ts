import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { toJsonColumn } from '../../columns'
import type { Database } from '../../database'
import type { Prepare } from '../../sqlite/statements'
import { type AssignmentRules, createMarker, createRulesReader, type PaperPoints } from './mark-paper'
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
  /** JSON: for each question of the paper its credit in hundredths, null where it counts for nobody. */
  readonly credits: string
}

/** A try and what was kept of it: a course has tens of thousands, and each column is of one kind by the schema. */
type Row = readonly [
  attemptId: string,
  userId: string,
  number: number,
  finishedAt: string,
  logged: number,
  events: number | null,
  rules: string | null,
  earned: number | null,
  outOf: number | null,
  credits: string | null,
]

/** A try that is to be marked. */
type Unmarked = Omit<ScoredTry, keyof PaperPoints> & { readonly logged: number }

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
  const { read } = database
  const { courseId, userId: only = null } = which
  const students = studentsOf(read, courseId)
  const rulesOf = createRulesReader(read)
  const known: ScoredTry[] = []
  const unmarked: Unmarked[] = []
  for (const assignmentId of which.assignmentId === undefined
    ? assignmentIdsOf(read, courseId)
    : [which.assignmentId]) {
    const name = nameOf(rulesOf(assignmentId))
    for (const row of finishedTries(read, { courseId, assignmentId, only })) {
      const [attemptId, userId, number, at, logged, events, rules, earned, outOf, credits] = row
      if (!students.has(userId)) continue
      const one = { attemptId, assignmentId, userId, number, finishedAt: Date.parse(at) }
      const holds = events === logged && rules === name && earned !== null && outOf !== null && credits !== null
      if (holds) known.push({ ...one, earned, outOf, credits })
      else unmarked.push({ ...one, logged })
    }
  }
  return unmarked.length === 0 ? known : [...known, ...(await markAnew(database, unmarked, rulesOf))]
}

function studentsOf(read: Prepare, courseId: string): ReadonlySet<string> {
  const ids = read<[string], string>(`SELECT "userId" FROM "Member" WHERE "courseId" = ? AND role = 'student'`)
  return new Set(ids.pluck().all(courseId))
}

function assignmentIdsOf(read: Prepare, courseId: string): readonly string[] {
  return read<[string], string>('SELECT id FROM "Assignment" WHERE "courseId" = ? AND "deletedAt" IS NULL')
    .pluck()
    .all(courseId)
}

function finishedTries(
  read: Prepare,
  which: { readonly courseId: string; readonly assignmentId: string; readonly only: string | null },
): readonly Row[] {
  return read<[typeof which], Row>(
    `SELECT t.id, t."userId", t.number, t."finishedAt",
       (SELECT max(e.number) + 1 FROM "ExamEvent" e WHERE e."attemptId" = t.id),
       s.events, s.rules, s.earned, s."outOf", s.credits
     FROM "Assignment" a JOIN "ExamAttempt" t ON t."assignmentId" = a.id
     LEFT JOIN "PaperScore" s ON s."attemptId" = t.id
     WHERE a.id = @assignmentId AND a."courseId" = @courseId AND a."deletedAt" IS NULL AND t."finishedAt" IS NOT NULL
       AND t.number > 0 AND (@only IS NULL OR t."userId" = @only)`,
  )
    .raw()
    .all(which)
}

/** Names what marks by these rules, so that no other marking has the name. */
function nameOf({ regrades }: AssignmentRules): string {
  return `${regrades} ${markingVersion}`
}

type Marked = ScoredTry & { readonly events: number; readonly rules: string }

async function markAnew(
  database: Database,
  unmarked: readonly Unmarked[],
  rulesOf: (assignmentId: string) => AssignmentRules,
): Promise<readonly ScoredTry[]> {
  const mark = createMarker(database.read)
  const marked: Marked[] = []
  for (const [index, { logged, ...one }] of unmarked.entries()) {
    if (index % perTurn === perTurn - 1) await nextTurn()
    const inForce = rulesOf(one.assignmentId)
    const points = mark(one, inForce.rules)
    if (points === undefined) continue
    const { earned, outOf, credits } = points
    marked.push({ ...one, earned, outOf, credits: toJsonColumn(credits), events: logged, rules: nameOf(inForce) })
  }
  await keep(database, marked)
  return marked
}

async function keep({ writeNow }: Database, marked: readonly Marked[]): Promise<void> {
  // One short transaction each, for others write meanwhile. What does not get its turn is marked anew next time.
  for (let start = 0; start < marked.length; start += 500) {
    const some = marked.slice(start, start + 500)
    await writeNow((prepare) => {
      const insert = prepare<[Pick<Marked, 'attemptId' | 'events' | 'rules' | keyof PaperPoints>]>(
        `INSERT INTO "PaperScore" ("attemptId", events, rules, earned, "outOf", credits)
         SELECT @attemptId, @events, @rules, @earned, @outOf, @credits
         WHERE EXISTS (SELECT 1 FROM "ExamAttempt" WHERE id = @attemptId)
         ON CONFLICT ("attemptId") DO UPDATE
         SET events = @events, rules = @rules, earned = @earned, "outOf" = @outOf, credits = @credits`,
      )
      for (const { attemptId, events, rules, earned, outOf, credits } of some)
        insert.run({ attemptId, events, rules, earned, outOf, credits })
    })
  }
}
