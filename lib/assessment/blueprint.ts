import { z } from 'zod'
import { topics } from '../items/topics'

/** The ways of answering, as a blueprint chooses among them. */
export const forms = ['choice', 'several', 'order', 'text', 'numbers', 'place', 'fill'] as const
export type Form = (typeof forms)[number]

export const levels = [1, 2, 3] as const

/**
 * What a partly right answer is worth: 'whole' gives all or nothing; 'partial' gives what credit.ts says. It is part of
 * the blueprint so that the reader knows it before the start.
 */
const credits = ['partial', 'whole'] as const
export type Credit = (typeof credits)[number]

const weight = z.int().min(0).max(100)
const somethingWeighs = (weights: object) => Object.values(weights).some((value) => value > 0)

/** From what a paper is drawn. Shares are weights: 2 and 1 are two thirds and one third. */
export const blueprintSchema = z.strictObject({
  questions: z.int().min(1).max(60),
  minutes: z.int().min(1).max(300),
  /** Of each question. */
  points: z.int().min(1).max(20),
  credit: z.enum(credits),
  forms: z.array(z.enum(forms)).min(1).readonly(),
  topics: z.record(z.enum(topics), weight).refine(somethingWeighs).readonly(),
  levels: z
    .record(z.enum(['1', '2', '3']), weight)
    .refine(somethingWeighs)
    .readonly(),
})

export type Blueprint = z.infer<typeof blueprintSchema>

const evenly = {
  open: 1,
  established: 1,
  'active close': 1,
  'passive close': 1,
  simultaneous: 1,
  'abort and reset': 1,
  'TIME-WAIT and 2MSL': 1,
  'sequence numbers': 1,
} as const

/**
 * Ready blueprints, each in the manner of an exam and no longer than its share of it: a midterm of a course; the
 * single choices of two points of the postgraduate entrance exam 408, with its weight on numbers and on closing; the
 * morning paper of the software qualification exam (软考), single choices at two minutes each.
 */
export const presets = {
  midterm: {
    questions: 20,
    minutes: 30,
    points: 1,
    credit: 'partial',
    forms,
    topics: { ...evenly, open: 2, 'active close': 2, 'passive close': 2 },
    levels: { 1: 2, 2: 2, 3: 1 },
  },
  '408': {
    questions: 16,
    minutes: 40,
    points: 2,
    credit: 'whole',
    forms: ['choice', 'numbers', 'order'],
    topics: { ...evenly, open: 2, 'active close': 3, 'TIME-WAIT and 2MSL': 2, 'sequence numbers': 4 },
    levels: { 1: 1, 2: 2, 3: 2 },
  },
  ruankao: {
    questions: 25,
    minutes: 50,
    points: 1,
    credit: 'whole',
    forms: ['choice'],
    topics: evenly,
    levels: { 1: 3, 2: 2, 3: 1 },
  },
} as const satisfies Record<string, Blueprint>

export type PresetName = keyof typeof presets

export const presetNames = ['midterm', '408', 'ruankao'] as const satisfies readonly PresetName[]
