import {
  type Card,
  clamp,
  default_w,
  FSRS,
  type FSRSParameters,
  type Grade,
  Rating as Grades,
  get_fuzz_range,
  State as Phases,
  type StepUnit,
} from 'ts-fsrs'
import type { Day } from './day'
import type { Memory, Phase, Strength } from './memory'
import type { Rating } from './rating'

/** How a learner wants to be scheduled. */
export type Scheduling = {
  /** The chance of recall at which a card is asked again, 0.7 to 0.99. */
  readonly retention: number
  /** The (re)learning steps under a day, such as "10m" or "1h". */
  readonly steps: readonly StepUnit[]
  readonly relearningSteps: readonly StepUnit[]
  readonly maximumDays: number
  /** The 21 weights of FSRS-6. */
  readonly weights: readonly number[]
}

/** The name of the algorithm that these weights are for, with which trained ones are stored. */
export const algorithm = 'fsrs-6'

/** Whether these can be the weights of the algorithm: as many, and all of them numbers. */
export function areWeights(weights: readonly number[]): boolean {
  return weights.length === default_w.length && weights.every(Number.isFinite)
}

export const defaultScheduling: Scheduling = {
  retention: 0.9,
  steps: ['1m', '10m'],
  relearningSteps: ['10m'],
  maximumDays: 36_500,
  weights: default_w,
}

/** What happened: how well the card was remembered, when, and on which of the learner's days. */
export type Happened = { readonly rating: Rating; readonly atMs: number; readonly day: Day }

/** The whole days among which an interval may be chosen, both ends included, and the one that FSRS would take. */
export type Interval = { readonly atLeast: number; readonly ideal: number; readonly atMost: number }

/** Chooses how many days to wait, within the interval. */
export type ChooseDays = (interval: Interval) => number

export const idealDays: ChooseDays = ({ ideal }) => ideal

const grades = {
  again: Grades.Again,
  hard: Grades.Hard,
  good: Grades.Good,
  easy: Grades.Easy,
} as const satisfies Record<Rating, Grade>

const phaseOf = { [Phases.Learning]: 'learning', [Phases.Review]: 'review', [Phases.Relearning]: 'relearning' } as const
const fsrsPhases = {
  learning: Phases.Learning,
  review: Phases.Review,
  relearning: Phases.Relearning,
} as const satisfies Record<Phase, Phases>

const dayMs = 86_400_000
const minuteMs = 60_000

/** ts-fsrs counts days in UTC; it is handed noon of the learner's day, as if that were UTC. */
const noonOf = (day: Day) => new Date(day * dayMs + dayMs / 2)

export type Scheduler = {
  /** The memory after a review. `choose` is asked where the card next waits for whole days. */
  readonly review: (memory: Memory | null, happened: Happened, choose?: ChooseDays) => Memory
  /** The chance, 0 to 1, of recall so many days (parts of a day too) after a review that left this stability. */
  readonly recallAfter: (days: number, stability: number) => number
  /** The chance that the card is recalled on a day, 0 to 1. */
  readonly recallOn: (memory: Pick<Memory, 'stability' | 'lastDay'>, day: Day) => number
  /** What is left of a review in the memory, without the steps and the dates: cheap, for looking ahead. */
  readonly strengthAfter: (
    strength: Strength | null,
    happened: { readonly rating: Rating; readonly days: number },
  ) => Strength
  /** The whole days after which a memory of this stability has sunk to the desired retention: at least 1. */
  readonly daysFor: (stability: number) => number
  /** What each rating would lead to, for the buttons: nothing is changed by looking. */
  readonly preview: (memory: Memory | null, at: Omit<Happened, 'rating'>) => Readonly<Record<Rating, Memory>>
  /** The same scheduler by other weights; itself where they are the same. */
  readonly withWeights: (weights: readonly number[]) => Scheduler
  /** What a learner has chosen that a review's outcome depends on, as the log keeps it with the review. */
  readonly terms: string
  /** The same scheduler, same weights, by the terms of an earlier review; itself for null and for what are none. */
  readonly under: (terms: string | null) => Scheduler
}

/** The scheduler of a learner. Throws where `weights` are no weights of FSRS-6. */
export function createScheduler(scheduling: Scheduling): Scheduler {
  // ts-fsrs would take its own weights in silence.
  if (!areWeights(scheduling.weights)) throw new Error(`Cannot schedule by ${scheduling.weights.length} weights`)
  const parameters: Partial<FSRSParameters> = {
    request_retention: scheduling.retention,
    maximum_interval: scheduling.maximumDays,
    w: scheduling.weights,
    learning_steps: scheduling.steps,
    relearning_steps: scheduling.relearningSteps,
    // The choice within the fuzz range is ours: it looks at what else is due.
    enable_fuzz: false,
    enable_short_term: true,
  }
  const fsrs = new FSRS(parameters)

  function review(memory: Memory | null, happened: Happened, choose: ChooseDays = idealDays): Memory {
    const { rating, atMs, day } = happened
    const now = noonOf(day)
    const before = memory === null ? newCard(now) : cardOf(memory)
    const { card } = fsrs.next(before, now, grades[rating])
    const stepMs = card.due.getTime() - now.getTime()
    const inSteps = card.scheduled_days === 0 && card.state !== Phases.Review
    return {
      phase: phaseOf[card.state as keyof typeof phaseOf],
      stability: card.stability,
      difficulty: card.difficulty,
      step: card.learning_steps,
      due: inSteps
        ? { kind: 'at', atMs: atMs + Math.max(stepMs, minuteMs) }
        : { kind: 'on', day: day + choose(intervalAround(card.scheduled_days, memory, day)) },
      lastAtMs: atMs,
      lastDay: day,
      reps: card.reps,
      lapses: card.lapses,
    }
  }

  /** The days around `ideal` that FSRS's fuzz allows: none below 2.5 days, about 5 % of long waits. */
  function intervalAround(ideal: number, memory: Memory | null, day: Day): Interval {
    const days = Math.max(1, ideal)
    if (days < 2.5) return { atLeast: days, ideal: days, atMost: days }
    const elapsed = memory === null ? 0 : Math.max(0, day - memory.lastDay)
    const { min_ivl, max_ivl } = get_fuzz_range(days, elapsed, scheduling.maximumDays)
    return { atLeast: Math.min(min_ivl, days), ideal: days, atMost: Math.max(max_ivl, days) }
  }

  const recallAfter = (days: number, stability: number) => fsrs.forgetting_curve(Math.max(0, days), stability)

  const scheduler: Scheduler = {
    review,
    recallAfter,
    recallOn: ({ stability, lastDay }, day) => recallAfter(day - lastDay, stability),
    strengthAfter: (strength, { rating, days }) => fsrs.next_state(strength, days, grades[rating]),
    daysFor: (stability) => fsrs.next_interval(stability, 0),
    preview(memory, at) {
      const after = (rating: Rating) => review(memory, { ...at, rating })
      return { again: after('again'), hard: after('hard'), good: after('good'), easy: after('easy') }
    },
    withWeights: (weights) =>
      weights.every((weight, index) => weight === scheduling.weights[index])
        ? scheduler
        : createScheduler({ ...scheduling, weights }),
    terms: termsOf(scheduling),
    under(terms) {
      if (terms === null || terms === scheduler.terms) return scheduler
      const known = others.get(terms)
      if (known !== undefined) return known
      const then = parseTerms(terms)
      const other = then === null ? scheduler : createScheduler({ ...scheduling, ...then })
      others.set(terms, other)
      return other
    },
  }
  const others = new Map<string, Scheduler>()
  return scheduler
}

type Terms = Pick<Scheduling, 'retention' | 'steps' | 'relearningSteps'>

/** Such as "0.9 1m,10m 10m"; a hyphen stands for no steps. */
function termsOf({ retention, steps, relearningSteps }: Terms): string {
  return [retention, steps.join(',') || '-', relearningSteps.join(',') || '-'].join(' ')
}

function parseTerms(terms: string): Terms | null {
  const [, retention, steps, relearning] = /^(0[.]\d+) (-|[\dmhd,]+) (-|[\dmhd,]+)$/.exec(terms) ?? []
  if (steps === undefined || relearning === undefined) return null
  return { retention: Number(retention), steps: stepsIn(steps), relearningSteps: stepsIn(relearning) }
}

const stepsIn = (text: string): readonly StepUnit[] => text.split(',').filter(isStep)
const isStep = (text: string): text is StepUnit => /^\d+[mhd]$/.test(text)

function newCard(now: Date): Card {
  return {
    due: now,
    stability: 0,
    difficulty: 0,
    elapsed_days: 0,
    scheduled_days: 0,
    learning_steps: 0,
    reps: 0,
    lapses: 0,
    state: Phases.New,
  }
}

function cardOf({ phase, stability, difficulty, step, due, lastDay, reps, lapses }: Memory): Card {
  const last = noonOf(lastDay)
  return {
    due: due.kind === 'on' ? noonOf(due.day) : last,
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: due.kind === 'on' ? clamp(due.day - lastDay, 0, 36_500) : 0,
    learning_steps: step,
    reps,
    lapses,
    state: fsrsPhases[phase],
    last_review: last,
  }
}
