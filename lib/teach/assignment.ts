import { z } from 'zod'
import { type Blueprint, blueprintSchema, presets } from '../assessment/blueprint'
import { type Terms, termsSchema } from '../assessment/clock'
import type { Granted } from './granted'

// What is assigned, and how it goes. Instants are milliseconds since 1970 UTC; what is local has become one before.

/** homework: in one's own time, tried as often as allowed. exam: everybody at once, one try. */
export const assignmentKinds = ['homework', 'exam'] as const
export type AssignmentKind = (typeof assignmentKinds)[number]

/** From when on something of the marks is shown to a student: at the end of the try, when it is due, when it is released. */
export const whens = ['at once', 'after due', 'on release', 'never'] as const
export type When = (typeof whens)[number]

/** What can be shown of a try that is over: its points; the answers with theirs; the keys; why. */
export const parts = ['score', 'answers', 'key', 'explanation'] as const
export type Part = (typeof parts)[number]

const when = z.enum(whens)
const percent = z.int().min(0).max(100)

export const settingsSchema = z.strictObject({
  /** From what the questions are drawn, for each student others; null where all are picked. */
  blueprint: blueprintSchema.nullable(),
  /** Questions that everybody gets, before those that are drawn. */
  picked: z
    .array(z.strictObject({ itemId: z.string().max(200), points: z.int().min(1).max(20) }))
    .max(60)
    .readonly(),
  /** Questions that staff have written, asked of everybody as well; of each its newest version when the paper is made. */
  questions: z
    .array(z.strictObject({ questionId: z.string().max(100), points: z.int().min(1).max(100) }))
    .max(60)
    .readonly()
    .default([]),
  credit: blueprintSchema.shape.credit,
  /** Whether questions and options stand in another order for each student. */
  isShuffled: z.boolean(),
  /** How long a try may take; null where the window alone ends it. */
  minutes: z.int().min(1).max(300).nullable(),
  tries: z.int().min(1).max(20),
  /** Which try counts. */
  counts: z.enum(['best', 'last', 'mean']),
  /** What each further try is worth less, in hundredths of its points. */
  lessPerTry: percent,
  /** What a try that ends after it was due is worth less for each day begun; 100 where it counts for nothing. */
  lessPerDayLate: percent,
  shown: z.strictObject({ score: when, answers: when, key: when, explanation: when }),
  isOneWay: z.boolean(),
  /** What has to be typed to begin; empty for nothing. */
  password: z.string().max(100),
  /** From where it may be begun, as 192.0.2.0/24 or 2001:db8::/32; none for anywhere. */
  networks: z.array(z.string().max(50)).max(20).readonly(),
  /** What has to be agreed to before the start; empty for nothing. */
  honour: z.string().max(1000),
})

export type AssignmentSettings = Readonly<z.infer<typeof settingsSchema>>

/** What an assignment begins with, as most want it. */
export const defaultAssignments = {
  homework: {
    blueprint: { ...presets.midterm, questions: 10 },
    picked: [],
    questions: [],
    credit: 'partial',
    isShuffled: true,
    minutes: null,
    tries: 3,
    counts: 'best',
    lessPerTry: 0,
    lessPerDayLate: 20,
    shown: { score: 'at once', answers: 'at once', key: 'after due', explanation: 'after due' },
    isOneWay: false,
    password: '',
    networks: [],
    honour: '',
  },
  exam: {
    blueprint: presets.midterm,
    picked: [],
    questions: [],
    credit: 'partial',
    isShuffled: true,
    minutes: 45,
    tries: 1,
    counts: 'best',
    lessPerTry: 0,
    lessPerDayLate: 100,
    shown: { score: 'on release', answers: 'on release', key: 'on release', explanation: 'on release' },
    isOneWay: false,
    password: '',
    networks: [],
    honour: '',
  },
} as const satisfies Record<AssignmentKind, AssignmentSettings>

/** When somebody may begin, has to be done, and is let in no more; null for no such time. */
export type Window = { readonly opensAt: number; readonly dueAt: number | null; readonly closesAt: number | null }

/** What is otherwise for one student; null where it is as for all. */
export type WindowException = {
  readonly opensAt: number | null
  readonly dueAt: number | null
  readonly closesAt: number | null
  /** Tries on top. */
  readonly tries: number
}

/** The window of one student. A time that is moved past the one after it takes that along. */
export function windowFor(all: Window, exception: WindowException | null): Window {
  const opensAt = exception?.opensAt ?? all.opensAt
  const dueAt = exception?.dueAt ?? all.dueAt
  const closesAt = exception?.closesAt ?? all.closesAt
  return { opensAt, dueAt, closesAt: closesAt !== null && dueAt !== null ? Math.max(closesAt, dueAt) : closesAt }
}

/** The terms of a try that begins now: limit, window and what is granted. */
export function termsFor(settings: AssignmentSettings, window: Window, granted: Granted): Terms {
  return termsSchema.parse({
    minutes: settings.minutes,
    closesAt: window.closesAt,
    isOneWay: settings.isOneWay,
    factor: granted.factor,
    extraMinutes: granted.extraMinutes,
    breakMinutes: granted.breakMinutes,
  })
}

/** The blueprint that is kept with a paper: from it comes how answers are credited. */
export function paperBlueprint({ blueprint, picked, questions, credit, minutes }: AssignmentSettings): Blueprint {
  const drawn = blueprint ?? { ...presets.midterm, questions: Math.max(1, picked.length + questions.length) }
  return { ...drawn, credit, minutes: minutes ?? drawn.minutes }
}

/** How many questions a paper has. */
export function questionsOf({ blueprint, picked, questions }: AssignmentSettings): number {
  return picked.length + questions.length + (blueprint?.questions ?? 0)
}

export type WrongSetting = 'no questions' | 'too many questions' | 'order of times'

/** What no schema says: that there is something to ask, and that the times follow one another. */
export function checkAssignment(settings: AssignmentSettings, window: Window): readonly WrongSetting[] {
  const { opensAt, dueAt, closesAt } = window
  const questions = questionsOf(settings)
  const isInOrder =
    (dueAt === null || dueAt > opensAt) && (closesAt === null || (closesAt > opensAt && closesAt >= (dueAt ?? 0)))
  return [
    ...(questions === 0 ? (['no questions'] as const) : []),
    ...(questions > 60 ? (['too many questions'] as const) : []),
    ...(isInOrder ? [] : (['order of times'] as const)),
  ]
}
