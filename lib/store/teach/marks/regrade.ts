import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Change, changesOf, type RegradeRule, regradeRuleSchema, rulesInForce } from '../../../teach/regrade'
import { instantColumn, jsonColumn, toInstantColumn, toJsonColumn } from '../../columns'
import { type Database, database } from '../../database'
import type { Prepare } from '../../sqlite/statements'
import { findCourse } from '../course'
import { noteCourseEvent } from '../course-event'
import { mayIn } from '../may'
import type { MarkedAssignment } from './assignments'
import { readMarks } from './class-marks'
import { createMarker } from './mark-paper'
import { tell } from './notice'
import type { ScoredTry } from './paper-scores'
import { regradesOf } from './regrades'

type Place = { readonly userId: string; readonly courseId: string; readonly assignmentId: string }

/** What a rule would do to everybody who has a mark, and a name for just that. */
export type Preview = {
  readonly assignment: MarkedAssignment
  readonly changes: readonly Change[]
  /** Names this preview: keeping it is refused where it would come out otherwise by then. */
  readonly digest: string
}

/** What a rule would change, for each student with a mark; undefined where there is no such assignment for this member. */
export async function previewRegrade(
  place: Place & { readonly rule: RegradeRule; readonly now: Date },
): Promise<Preview | undefined> {
  const { userId, courseId, assignmentId, rule, now } = place
  if ((await findCourse({ userId, courseId, act: 'release' })) === undefined) return undefined
  const opened = await database()
  const { assignments, cellOf } = await readMarks(opened, { courseId, assignmentId, now: now.getTime() })
  const [assignment] = assignments
  if (assignment === undefined) return undefined
  const points = await pointsAfter(opened, assignmentId, rule)
  const changes = studentsOf(opened.read, courseId).flatMap((student): readonly Change[] => {
    const before = cellOf(assignment, student).mark
    const after = cellOf(assignment, student, points).mark
    if (before === null && after === null) return []
    return [{ userId: student, before: pointsIn(before), after: pointsIn(after) }]
  })
  const digest = createHash('sha256')
    .update(JSON.stringify([rule, changes]))
    .digest('base64url')
  return { assignment, changes, digest }
}

function pointsIn(mark: { readonly earned: number; readonly outOf: number } | null): Change['before'] {
  return mark === null ? null : { earned: mark.earned, outOf: mark.outOf }
}

/** Marks a try by the rules in force and one more. */
async function pointsAfter({ read }: Database, assignmentId: string, rule: RegradeRule) {
  const rules = rulesInForce([...regradesOf(read, assignmentId), { id: 'previewed', rule }])
  const mark = createMarker(read)
  return ({ userId, attemptId, earned, outOf }: ScoredTry) => mark({ userId, attemptId }, rules) ?? { earned, outOf }
}

function studentsOf(read: Prepare, courseId: string): readonly string[] {
  return read<[string], string>(
    `SELECT "userId" FROM "Member" WHERE "courseId" = ? AND role = 'student' ORDER BY "userId"`,
  )
    .pluck()
    .all(courseId)
}

export type RegradeKept =
  | { readonly kind: 'kept'; readonly changed: number }
  | { readonly kind: 'refused'; readonly error: 'no such assignment' | 'changed meanwhile' | 'busy' }

type Decided = Place & {
  readonly rule: RegradeRule
  readonly digest: string
  readonly reason: string
  readonly now: Date
}

/**
 * Keeps a regrade as it was previewed: the rule, what it changed for whom, and a notice to each of those, by one
 * transaction. Refuses as 'changed meanwhile' where somebody has handed in, or another regrade was kept, since.
 */
export async function keepRegrade({ digest, ...decided }: Decided): Promise<RegradeKept> {
  const { userId, courseId, assignmentId } = decided
  const opened = await database()
  const number = regradesOf(opened.read, assignmentId).length + 1
  const preview = await previewRegrade(decided)
  if (preview === undefined) return { kind: 'refused', error: 'no such assignment' }
  if (preview.digest !== digest) return { kind: 'refused', error: 'changed meanwhile' }
  const changed = changesOf(preview.changes)
  const written = await opened.writeNow((prepare): RegradeKept => {
    if (!mayRegrade(prepare, { userId, courseId, assignmentId }))
      return { kind: 'refused', error: 'no such assignment' }
    if (regradesOf(prepare, assignmentId).length + 1 !== number) return { kind: 'refused', error: 'changed meanwhile' }
    insertRegrade(prepare, decided, number, preview.assignment.title, changed)
    return { kind: 'kept', changed: changed.length }
  })
  return written.kind === 'written' ? written.value : written
}

function mayRegrade(prepare: Prepare, place: Place): boolean {
  const found = prepare<[Place]>(
    `SELECT 1 FROM "Assignment" a WHERE a.id = @assignmentId AND a."courseId" = @courseId AND a."deletedAt" IS NULL
     AND ${mayIn('release', 'a."courseId"')}`,
  ).get(place)
  return found !== undefined
}

function insertRegrade(
  prepare: Prepare,
  { userId, courseId, assignmentId, rule, reason, now }: Omit<Decided, 'digest'>,
  number: number,
  title: string,
  changed: readonly Change[],
): void {
  const id = randomUUID()
  const row = { id, number, at: toInstantColumn(now), by: userId, rule: toJsonColumn(rule), reason, assignmentId }
  prepare<[typeof row]>(
    `INSERT INTO "Regrade" (id, number, at, "by", rule, reason, "assignmentId")
     VALUES (@id, @number, @at, @by, @rule, @reason, @assignmentId)`,
  ).run(row)
  for (const { userId: student, before, after } of changed) {
    prepare<[string, string, number | null, number | null, number | null, number | null]>(
      `INSERT INTO "RegradeChange" ("regradeId", "userId", "earnedBefore", "outOfBefore", "earnedAfter", "outOfAfter")
       VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(id, student, before?.earned ?? null, before?.outOf ?? null, after?.earned ?? null, after?.outOf ?? null)
    tell(prepare, student, { kind: 'regraded', courseId, assignmentId, title }, now)
  }
}

export type RegradeDropped =
  | { readonly kind: 'dropped' }
  | { readonly kind: 'refused'; readonly error: 'no such assignment' | 'busy' }

/** Notes that a preview was seen and not kept; it has no effect. */
export async function dropRegrade({
  changed,
  ...place
}: Place & { readonly rule: RegradeRule; readonly changed: number; readonly now: Date }): Promise<RegradeDropped> {
  const { userId, courseId, assignmentId, rule, now } = place
  const { writeNow } = await database()
  const written = await writeNow((prepare): RegradeDropped => {
    if (!mayRegrade(prepare, { userId, courseId, assignmentId }))
      return { kind: 'refused', error: 'no such assignment' }
    const detail = { assignmentId, rule, changed }
    noteCourseEvent(prepare, { courseId, by: userId, at: now, act: 'regrade not kept', detail })
    return { kind: 'dropped' }
  })
  return written.kind === 'written' ? written.value : written
}

const who = { at: instantColumn, by: z.string().nullable() }
const rule = jsonColumn.pipe(regradeRuleSchema)
const keptRow = z.object({ ...who, id: z.string(), rule, reason: z.string(), changed: z.number() })
const droppedDetail = z.object({ assignmentId: z.string(), rule: regradeRuleSchema, changed: z.number() })

/** What became of a preview: kept, with its regrade, or seen and not kept. */
export type RegradeRecord = {
  readonly at: Date
  /** The name of who did it; null where they are no member any more. */
  readonly by: string | null
  readonly rule: RegradeRule
  readonly changed: number
  readonly kept: { readonly id: string; readonly reason: string } | null
}

/** All regrades of an assignment, kept and not kept, newest first; none for who may not regrade. */
export async function listRegrades(place: Place): Promise<readonly RegradeRecord[]> {
  const { read } = await database()
  const named = `LEFT JOIN "Member" m ON m."courseId" = @courseId AND m."userId" = e."by"`
  const kept = read<[Place]>(
    `SELECT e.id, e.at, m.name AS "by", e.rule, e.reason,
       (SELECT count(*) FROM "RegradeChange" c WHERE c."regradeId" = e.id) AS changed
     FROM "Regrade" e JOIN "Assignment" a ON a.id = e."assignmentId" ${named}
     WHERE a.id = @assignmentId AND a."courseId" = @courseId AND ${mayIn('release', 'a."courseId"')}`,
  ).all(place)
  const dropped = read<[Place]>(
    `SELECT e.at, m.name AS "by", e.detail FROM "CourseEvent" e ${named}
     WHERE e."courseId" = @courseId AND e.act = 'regrade not kept' AND ${mayIn('release', 'e."courseId"')}`,
  ).all(place)
  const records: readonly RegradeRecord[] = [
    ...z
      .array(keptRow)
      .parse(kept)
      .map(({ id, reason, ...record }) => ({ ...record, kept: { id, reason } })),
    ...z
      .array(z.object({ ...who, detail: jsonColumn.pipe(droppedDetail) }))
      .parse(dropped)
      .flatMap(({ at, by, detail }) =>
        detail.assignmentId === place.assignmentId
          ? [{ at, by, rule: detail.rule, changed: detail.changed, kept: null }]
          : [],
      ),
  ]
  return records.toSorted((a, b) => b.at.getTime() - a.at.getTime())
}
