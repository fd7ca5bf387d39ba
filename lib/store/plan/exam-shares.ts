import 'server-only'
import { type Blueprint, blueprintSchema, presets } from '../../assessment/blueprint'
import { type FactShare, factShares, weightsOf } from '../../assessment/fact-shares'
import type { Settings } from '../../review/settings'
import { jsonColumn } from '../columns'
import { database } from '../database'
import { type ExamItem, listExamItems } from '../exam/exam-items'
import type { Prepare } from '../sqlite/statements'

/** What the papers of a blueprint ask of each fact. */
export type ExamShares = { readonly shares: readonly FactShare[]; readonly weights: ReadonlyMap<string, number> }

/** Worked out once per bank and blueprint; blueprints of learners' own come and go, so few are kept. */
const mostKept = 20
const known = new WeakMap<readonly ExamItem[], Map<string, ExamShares>>()

/** What the papers of this blueprint ask, by the bank as it stands. */
export async function findExamShares(blueprint: Blueprint): Promise<ExamShares> {
  const items = await listExamItems()
  const ofBank = known.get(items) ?? new Map<string, ExamShares>()
  known.set(items, ofBank)
  const name = JSON.stringify(blueprint)
  const found = ofBank.get(name)
  if (found !== undefined) return found
  const shares = factShares(blueprint, items)
  const made = { shares, weights: weightsOf(shares) }
  if (ofBank.size >= mostKept) ofBank.clear()
  ofBank.set(name, made)
  return made
}

/** The blueprint of the exam that a learner prepares for. Without a mock exam of their own, 'last' is the midterm. */
export async function findExamBlueprint(userId: string, { examBlueprint }: Settings): Promise<Blueprint> {
  if (examBlueprint !== 'last') return presets[examBlueprint]
  const { read } = await database()
  return lastBlueprint(read, userId) ?? presets.midterm
}

function lastBlueprint(read: Prepare, userId: string): Blueprint | undefined {
  const text = read<[string]>(
    `SELECT blueprint FROM "ExamAttempt" WHERE "userId" = ? AND "assignmentId" IS NULL
     ORDER BY "startedAt" DESC LIMIT 1`,
  ).pluck()
  return jsonColumn.pipe(blueprintSchema).safeParse(text.get(userId)).data
}
