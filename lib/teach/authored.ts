import { z } from 'zod'
import { judgeProse, type Remark, remarksOn } from '../items/claims/judge-prose'
import { type Body, bodySchema } from '../items/item'
import { textOption } from '../items/kinds/prose'
import { topics } from '../items/topics'
import { verifyItem } from '../items/verify'
import { type Composed, composeBody } from './compose-body'
import { machineDraftSchema } from './machine-draft'

const level = z.union([z.literal(1), z.literal(2), z.literal(3)])

/** A question that stands for itself, whoever made it. */
export const askedSchema = z.strictObject({ topic: z.enum(topics), level, body: bodySchema })

export type Asked = Readonly<z.infer<typeof askedSchema>>

/** A teacher's question as it is kept: the question itself, and what only its author or a paper needs to know of it. */
export const authoredSchema = askedSchema.extend({
  /** What it is worth where nothing else is said. */
  points: z.int().min(1).max(100),
  /** What the author chose of the machine, to edit it; the body alone decides. Null of prose. */
  made: machineDraftSchema.nullable(),
})

export type Authored = Readonly<z.infer<typeof authoredSchema>>

/**
 * What the machine says to a teacher's question. Of one that it asks itself: proved, or broken where it would not ask it any
 * more. Of prose: what becomes of its claim.
 */
export const verdicts = ['proved', 'confirmed', 'depends', 'unchecked', 'refuted', 'broken'] as const
export type Verdict = (typeof verdicts)[number]

export function judgeAuthored({ body }: Pick<Authored, 'body'>): Verdict {
  if (body.kind === 'prose') {
    const { kind } = judgeProse(body)
    return kind === 'refuted' || verifyItem({ id: 'prose', body }).length === 0 ? kind : 'broken'
  }
  return verifyItem({ id: 'authored', body }).length === 0 ? 'proved' : 'broken'
}

/** Whether a question may be put into a paper: what the machine refutes, or does not stand for any more, may not. */
export function isAssignable(verdict: Verdict): boolean {
  return verdict !== 'refuted' && verdict !== 'broken'
}

const line = (most: number) => z.string().trim().max(most)

/** A teacher's question as they write it. */
export const questionDraftSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('machine'),
    title: line(200),
    points: z.int().min(1).max(100),
    machine: machineDraftSchema,
  }),
  z.strictObject({
    kind: z.literal('prose'),
    title: line(200),
    points: z.int().min(1).max(100),
    topic: z.enum(topics),
    level,
    text: line(4000),
    options: z.array(line(400)).min(2).max(6).readonly(),
    /** The place of the right one, from 0. */
    key: z.int().min(0).max(5),
    claim: line(400),
    why: line(4000),
  }),
])

export type QuestionDraft = Readonly<z.infer<typeof questionDraftSchema>>

export type Written =
  | {
      readonly kind: 'written'
      readonly authored: Authored
      readonly verdict: Verdict
      readonly otherwiseBy: Extract<Composed, { kind: 'composed' }>['otherwiseBy']
      readonly remarks: readonly Remark[]
    }
  | Exclude<Composed, { kind: 'composed' }>
  | { readonly kind: 'refused'; readonly error: 'title empty' | 'option empty' | 'option twice' | 'no key' }

/** The question that a draft makes, and what the machine says to it. Prose that is refuted is made, and can't be assigned. */
export function writeAuthored(draft: QuestionDraft): Written {
  return draft.kind === 'machine' ? writeMachine(draft) : writeProse(draft)
}

function writeMachine({ machine, points }: Extract<QuestionDraft, { kind: 'machine' }>): Written {
  const composed = composeBody(machine)
  if (composed.kind !== 'composed') return composed
  const { otherwiseBy, body, topic, level } = composed
  const authored: Authored = { topic, level, points, body, made: machine }
  return { kind: 'written', authored, verdict: 'proved', otherwiseBy, remarks: [] }
}

function writeProse(draft: Extract<QuestionDraft, { kind: 'prose' }>): Written {
  const { topic, level, points, title, text, claim, why } = draft
  const options = draft.options.map(textOption)
  const key = options[draft.key]
  if (title === '') return { kind: 'refused', error: 'title empty' }
  if (draft.options.includes('')) return { kind: 'refused', error: 'option empty' }
  if (new Set(options).size !== options.length) return { kind: 'refused', error: 'option twice' }
  if (key === undefined) return { kind: 'refused', error: 'no key' }
  const body: Body = { kind: 'prose', title, text, options, key, claim, why }
  const authored: Authored = { topic, level, points, body, made: null }
  return { kind: 'written', authored, verdict: judgeAuthored(authored), otherwiseBy: [], remarks: remarksOn(body) }
}

/** The draft of a question that is kept, to edit it; null of one whose body nobody wrote so. */
export function draftOf({
  title,
  authored,
}: {
  readonly title: string
  readonly authored: Authored
}): QuestionDraft | null {
  const { body, points, topic, level, made } = authored
  if (body.kind !== 'prose') return made === null ? null : { kind: 'machine', title, points, machine: made }
  const { text, claim, why } = body
  const options = body.options.map((option) => option.slice('text:'.length))
  const key = body.options.indexOf(body.key)
  return { kind: 'prose', title: body.title, points, topic, level, text, options, key, claim, why }
}
