import 'server-only'
import { planStrata, type Shortage } from '../../assessment/strata'
import { type AssignmentSettings, paperBlueprint } from '../../teach/assignment'
import { database } from '../database'
import { drawFor } from './draw-for'
import { findDrawable } from './find-drawable'

/** Fewer ways than this to ask a fact, and neighbours may meet the same one. */
const fewVariants = 4

export type Pool = {
  /** The facts that fit the blueprint, and those of them with fewer than four variants; 0 where all is picked. */
  readonly facts: number
  readonly thin: number
  readonly trouble: ({ readonly kind: 'short' } & Shortage) | { readonly kind: 'missing' } | null
}

/** What the bank has for an assignment, and whether every student gets a paper. */
export async function checkPool(courseId: string, settings: AssignmentSettings): Promise<Pool> {
  const drawable = await findDrawable(courseId, settings)
  const { items } = drawable
  const drawn = drawFor(settings, drawable, 1)
  const trouble = drawn.kind === 'drawn' ? null : drawn.kind === 'short' ? drawn : ({ kind: 'missing' } as const)
  if (settings.blueprint === null) return { facts: 0, thin: 0, trouble }
  const blueprint = paperBlueprint(settings)
  const asked = items.filter(({ form }) => blueprint.forms.includes(form))
  const plan = planStrata(blueprint, asked)
  const shares = plan.kind === 'short' ? [] : plan.shares
  const variants = new Map<string, number>()
  for (const { fact, topic, level, pathLength } of asked) {
    const isIn = shares.some(
      (share) => share.topic === topic && share.level === level && share.pathLength === pathLength,
    )
    if (isIn) variants.set(fact, (variants.get(fact) ?? 0) + 1)
  }
  const thin = [...variants.values()].filter((count) => count < fewVariants).length
  return { facts: variants.size, thin, trouble }
}

/** How many papers of an assignment lie ready that nobody has begun, and how many its students have begun. */
export async function countPapers(assignmentId: string): Promise<{ readonly ready: number; readonly begun: number }> {
  const { read } = await database()
  const counted = read<[string], { readonly ready: number; readonly begun: number }>(
    `SELECT count(*) FILTER (WHERE x."startedAt" IS NULL) AS ready,
       count(*) FILTER (WHERE x."startedAt" IS NOT NULL AND m.role = 'student') AS begun
     FROM "ExamAttempt" x JOIN "Assignment" a ON a.id = x."assignmentId"
     LEFT JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = x."userId"
     WHERE x."assignmentId" = ?`,
  )
  return counted.get(assignmentId) ?? { ready: 0, begun: 0 }
}
