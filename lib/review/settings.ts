import { z } from 'zod'
import { presetNames } from '../assessment/blueprint'
import { type DayClock, isTimeZone } from './day'
import { defaultScheduling, type Scheduling } from './scheduler'

/** The shares of the usual work that a day of the week can have, in percent. */
export const easyShares = [0, 50, 100] as const

/** The days of the week in ISO's order; the n-th has the number n + 1 (weekdayOf in day.ts). */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** What a learner can say of the shape of their exam. */
export const examBlueprints = [...presetNames, 'last'] as const

const maximumSteps = 5
const minutesOfADay = 24 * 60

/** A (re)learning step: whole minutes or hours, under a day. */
export type Step = Extract<Scheduling['steps'][number], `${number}${'m' | 'h'}`>

/** Parses steps such as "1m 10m", parted by spaces or commas; an empty text is no steps. Refuses anything else as null. */
export function parseSteps(text: string): readonly Step[] | null {
  const words = text.split(/[\s,，、]+/).filter((word) => word !== '')
  return words.length <= maximumSteps && words.every(isStep) ? words : null
}

function isStep(word: string): word is Step {
  const [, count, unit] = /^([1-9]\d{0,3})([mh])$/.exec(word) ?? []
  return count !== undefined && Number(count) * (unit === 'h' ? 60 : 1) < minutesOfADay
}

/**
 * Whether a learner can choose this time zone. An offset such as "+05:45" is none: days can be counted in it, but Node 20
 * can write no time in it.
 */
export function isChoosableTimeZone(name: string): boolean {
  return /^[A-Z]/i.test(name) && isTimeZone(name)
}

const steps = z.array(z.string().refine(isStep)).max(maximumSteps).readonly()
const share = z.union(easyShares.map((percent) => z.literal(percent)))
const holiday = z.object({ from: z.iso.date(), to: z.iso.date() }).refine(({ from, to }) => from <= to)

/** What a learner can choose, each with what it must be. */
const fields = {
  /** IANA name; null: the one that the browser is in. */
  timeZone: z.string().refine(isChoosableTimeZone).nullable(),
  dayStartsAtHour: z.int().min(0).max(12),
  /** The chance of recall at which a card is asked again. */
  retention: z.number().min(0.7).max(0.97),
  newPerDay: z.int().min(0).max(9999),
  reviewsPerDay: z.int().min(0).max(9999),
  steps,
  relearningSteps: steps,
  /** Whether the learner rates their own memory, instead of the evidence. */
  selfRating: z.boolean(),
  /** Whether a wrong answer may be changed once, before the right one is shown. */
  secondTry: z.boolean(),
  /** The share of the usual work on each day of the week, Monday first. */
  easyDays: z.array(share).length(weekdays.length).readonly(),
  /** Dates, both ends included, without new cards and reviews. */
  holiday: holiday.nullable(),
  examOn: z.iso.date().nullable(),
  examSubject: z.string().trim().max(80),
  /** What the exam asks: as a preset, or as the blueprint of the learner's newest mock exam. */
  examBlueprint: z.enum(examBlueprints),
  /** Whether keys without a modifier act by themselves (WCAG 2.1.4). */
  numberKeys: z.boolean(),
} as const

const settingsSchema = z.object(fields).readonly()

export type Settings = z.infer<typeof settingsSchema>
export type SettingName = keyof Settings

export const defaultSettings: Settings = {
  timeZone: null,
  dayStartsAtHour: 4,
  retention: defaultScheduling.retention,
  newPerDay: 20,
  reviewsPerDay: 200,
  steps: ['1m', '10m'],
  relearningSteps: ['10m'],
  selfRating: false,
  secondTry: false,
  easyDays: [100, 100, 100, 100, 100, 100, 100],
  holiday: null,
  examOn: null,
  examSubject: '',
  examBlueprint: 'midterm',
  numberKeys: true,
}

export type ParsedSettings =
  | { readonly kind: 'parsed'; readonly settings: Settings }
  /** The settings that cannot be, in the order of the fields. */
  | { readonly kind: 'refused'; readonly names: readonly SettingName[] }

/** Parses what somebody chose. Refuses with the names of all settings that cannot be. */
export function parseSettings(chosen: unknown): ParsedSettings {
  const parsed = settingsSchema.safeParse(chosen)
  if (parsed.success) return { kind: 'parsed', settings: parsed.data }
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  return { kind: 'refused', names: settingNames.filter((name) => wrong.has(name)) }
}

const settingNames = Object.keys(fields) as readonly SettingName[]

/**
 * The settings as they were stored. What was not a setting then has its default; so has what can be no longer, such as a
 * time zone that this machine does not know: every page asks for the settings, and must not fall with one of them.
 */
export function restoreSettings(stored: unknown): Settings {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(stored)
  const sound = settingNames.filter((name) => fields[name].safeParse(given[name]).success)
  return settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(sound.map((name) => [name, given[name]])) })
}

/** How the learner wants to be scheduled. */
export function schedulingOf({ retention, steps, relearningSteps }: Settings): Scheduling {
  return { ...defaultScheduling, retention, steps, relearningSteps }
}

/** Where the learner's days begin. `foundTimeZone` is the one of the browser, where they have chosen none. */
export function dayClockOf({ timeZone, dayStartsAtHour }: Settings, foundTimeZone = 'UTC'): DayClock {
  return { timeZone: timeZone ?? foundTimeZone, dayStartsAtHour }
}
