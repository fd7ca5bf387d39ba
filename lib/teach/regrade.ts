import { z } from 'zod'
import type { Attempt } from '../assessment/attempt'
import type { Credit } from '../assessment/blueprint'
import { type ExamScore, type FrozenQuestion, type QuestionScore, scorePaper } from '../assessment/score'
import { judgeProse } from '../items/claims/judge-prose'
import { type Body, bodySchema } from '../items/item'
import { topics } from '../items/topics'

/** An item in the version that was shown; a teacher's question likewise. */
const shownItem = { itemId: z.string().min(1), version: z.int().min(0) }

/** A rule by which an assignment is marked otherwise than it was: stored with its regrade, and never changed. */
export const regradeRuleSchema = z.discriminatedUnion('kind', [
  /** The item counts for nobody, or everybody who was asked it has its points. */
  z.strictObject({ kind: z.literal('withdraw'), ...shownItem, points: z.enum(['nobody', 'everybody']) }),
  /** A question whose key was its author's has this key. */
  z.strictObject({ kind: z.literal('key'), ...shownItem, key: z.string().min(1) }),
  /** What a partly right answer is worth. */
  z.strictObject({ kind: z.literal('credit'), credit: z.enum(['partial', 'whole']) }),
  /** Takes an earlier regrade back. */
  z.strictObject({ kind: z.literal('take back'), regradeId: z.string().min(1) }),
])

export type RegradeRule = z.infer<typeof regradeRuleSchema>

/** A regrade that was kept. */
export type Regrade = { readonly id: string; readonly rule: RegradeRule }

/** The rules that are in force after these regrades, in the order in which they were kept. */
export type RulesInForce = {
  readonly credit: Credit | null
  /** By item and version (`nameOf`). */
  readonly withdrawn: ReadonlyMap<string, 'nobody' | 'everybody'>
  readonly keys: ReadonlyMap<string, string>
}

export const noRules: RulesInForce = { credit: null, withdrawn: new Map(), keys: new Map() }

/** The name by which rules speak of an item that was shown. */
export function nameOf({ id, version }: { readonly id: string; readonly version: number }): string {
  return `${version} ${id}`
}

/**
 * Folds kept regrades, in the order of their keeping. Of two that speak of the same the later counts; what was taken back
 * counts not at all, and lets the one before it count again. A regrade that takes back can itself be taken back.
 */
export function rulesInForce(regrades: readonly Regrade[]): RulesInForce {
  let credit: Credit | null = null
  const withdrawn = new Map<string, 'nobody' | 'everybody'>()
  const keys = new Map<string, string>()
  for (const { rule } of notTakenBack(regrades)) {
    if (rule.kind === 'credit') credit = rule.credit
    if (rule.kind === 'withdraw') withdrawn.set(nameOf({ id: rule.itemId, version: rule.version }), rule.points)
    if (rule.kind === 'key') keys.set(nameOf({ id: rule.itemId, version: rule.version }), rule.key)
  }
  return { credit, withdrawn, keys }
}

function notTakenBack<T extends Regrade>(regrades: readonly T[]): readonly T[] {
  const gone = new Set<string>()
  for (const { id, rule } of regrades.toReversed())
    if (rule.kind === 'take back' && !gone.has(id)) gone.add(rule.regradeId)
  return regrades.filter(({ id }) => !gone.has(id))
}

/** The ids of the regrades that can be taken back: those in force, other than what itself only takes back. */
export function regradesInForce(regrades: readonly Regrade[]): readonly string[] {
  return notTakenBack(regrades).flatMap(({ id, rule }) => (rule.kind === 'take back' ? [] : id))
}

/** That a question was withdrawn, for whose points, and why. */
export type Withdrawal = { readonly points: 'nobody' | 'everybody'; readonly reason: string }

/** The withdrawals in force, by item and version (`nameOf`): of two of the same item the later. */
export function withdrawalsInForce(
  regrades: readonly (Regrade & { readonly reason: string })[],
): ReadonlyMap<string, Withdrawal> {
  return new Map(
    notTakenBack(regrades).flatMap(({ rule, reason }) =>
      rule.kind === 'withdraw'
        ? [[nameOf({ id: rule.itemId, version: rule.version }), { points: rule.points, reason }] as const]
        : [],
    ),
  )
}

/** Scores some questions of a paper; `scorePaper`, or what remembers what it has scored. */
export type ScorePaper = (paper: readonly FrozenQuestion[], attempt: Pick<Attempt, 'drafts'>, rule: Credit) => ExamScore

/**
 * Marks a paper by the rules in force. The paper, the log and the scores before stay as they are: it is a fold of them.
 * `credit` is the blueprint's, where no rule says another.
 */
export function scoreByRules(
  paper: readonly FrozenQuestion[],
  attempt: Pick<Attempt, 'drafts'>,
  {
    rules,
    credit,
    score = scorePaper,
  }: { readonly rules: RulesInForce; readonly credit: Credit; readonly score?: ScorePaper },
): ExamScore {
  const before = score(paperByRules(paper, rules), attempt, rules.credit ?? credit)
  if (rules.withdrawn.size === 0) return before
  const names = new Map(paper.map(({ position, item }) => [position, nameOf(item)]))
  const ruleOf = (position: number) => rules.withdrawn.get(names.get(position) ?? '')
  const questions = before.questions.flatMap((question): readonly QuestionScore[] => {
    const rule = ruleOf(question.position)
    if (rule === undefined) return [question]
    return rule === 'nobody' ? [] : [{ ...question, credit: 100 }]
  })
  const none = paper.flatMap(({ position }) => (ruleOf(position) === 'nobody' ? position : []))
  const byTopic = topics.map((topic) => ({ topic, ...sum(questions.filter((question) => question.topic === topic)) }))
  return {
    ...sum(questions),
    questions,
    byTopic: byTopic.filter(({ outOf }) => outOf > 0),
    withdrawn: [...new Set([...before.withdrawn, ...none])].toSorted((a, b) => a - b),
  }
}

function sum(questions: readonly QuestionScore[]): Pick<ExamScore, 'earned' | 'outOf'> {
  return {
    earned: questions.reduce((all, { points, credit }) => all + points * credit, 0) / 100,
    outOf: questions.reduce((all, { points }) => all + points, 0),
  }
}

/** The paper with the keys in force: those of the questions in their authors' words, whose key is theirs. */
export function paperByRules(paper: readonly FrozenQuestion[], { keys }: RulesInForce): readonly FrozenQuestion[] {
  return keys.size === 0 ? paper : paper.map((question) => withKey(question, keys))
}

/** Under a name of its own, so that nothing remembered of the old key is taken for it. Keys of the machine stay. */
function withKey(question: FrozenQuestion, keys: RulesInForce['keys']): FrozenQuestion {
  const { id, version } = question.item
  const key = keys.get(nameOf(question.item))
  const parsed = bodySchema.safeParse(question.item.body)
  if (key === undefined || !parsed.success || !isOfItsAuthor(parsed.data)) return question
  return { ...question, item: { id: `${id} ${key}`, version, body: { ...parsed.data, key } } }
}

/** Whether the key of a body is its author's alone: it stands in their words, and the machine has not confirmed it. */
export function isOfItsAuthor(body: Body): boolean {
  return body.kind === 'prose' && judgeProse(body).kind !== 'confirmed'
}

/** What a regrade does to one student, in hundredths of a point; null where there is no mark. */
export type Change = {
  readonly userId: string
  readonly before: { readonly earned: number; readonly outOf: number } | null
  readonly after: { readonly earned: number; readonly outOf: number } | null
}

/** The students whose mark a regrade changes. */
export function changesOf(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ before, after }) => before?.earned !== after?.earned || before?.outOf !== after?.outOf)
}
