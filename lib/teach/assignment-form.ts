import { parseBlueprintForm } from '../assessment/blueprint-form'
import {
  type AssignmentKind,
  type AssignmentSettings,
  checkAssignment,
  defaultAssignments,
  parts,
  settingsSchema,
  type Window,
} from './assignment'
import { instantOf } from './local-time'

/** What a form holds: FormData, as far as it is read here. */
type Fields = { get(name: string): unknown; getAll(name: string): readonly unknown[] }

export type ParsedAssignment =
  | {
      readonly kind: 'parsed'
      readonly title: string
      readonly settings: AssignmentSettings
      readonly window: Window
    }
  /** The names of the fields that are wrong. */
  | { readonly kind: 'refused'; readonly fields: readonly string[] }

type Given = {
  readonly kind: AssignmentKind
  /** Where the times of the form are local. */
  readonly timeZone: string
  /** What is picked by hand is chosen on a page of its own, and stays. */
  readonly picked: AssignmentSettings['picked']
  readonly questions: AssignmentSettings['questions']
}

/**
 * What a form says of an assignment: times on the wall clock of a zone, the blueprint field by field. An exam has one try,
 * and nothing of it counts after its close.
 */
export function parseAssignmentForm(form: Fields, { kind, timeZone, picked, questions }: Given): ParsedAssignment {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const number = (name: string) => (/^\d{1,4}$/.test(text(name)) ? Number(text(name)) : Number.NaN)
  const isDrawn = form.get('isDrawn') !== null || picked.length + questions.length === 0
  const blueprint = isDrawn ? parseBlueprintForm(form) : null
  const time = (name: string) => (text(name) === '' ? null : instantOf(text(name), timeZone))
  const isNoTime = (name: string) => text(name) !== '' && time(name) === null
  const window: Window = { opensAt: time('opensAt') ?? Number.NaN, dueAt: time('dueAt'), closesAt: time('closesAt') }
  const isExam = kind === 'exam'
  const candidate = {
    ...defaultAssignments[kind],
    blueprint,
    picked,
    questions,
    credit: form.get('credit'),
    isShuffled: form.get('isShuffled') !== null,
    minutes: form.get('isTimed') === null ? null : number('minutes'),
    tries: isExam ? 1 : number('tries'),
    counts: isExam ? 'best' : form.get('counts'),
    lessPerTry: isExam ? 0 : number('lessPerTry'),
    lessPerDayLate: isExam ? 100 : number('lessPerDayLate'),
    shown: Object.fromEntries(parts.map((part) => [part, form.get(`shown ${part}`)])),
    isOneWay: form.get('isOneWay') !== null,
    password: text('password'),
    networks: text('networks')
      .split(/[\s,;]+/)
      .filter((network) => network !== ''),
    honour: text('honour'),
  }
  const parsed = settingsSchema.safeParse(candidate)
  const title = text('title')
  const wrong = [
    ...(title === '' || title.length > 120 ? ['title'] : []),
    ...(window.opensAt === null || Number.isNaN(window.opensAt) ? ['opensAt'] : []),
    ...['dueAt', 'closesAt'].filter(isNoTime),
    ...(isDrawn && blueprint === null ? ['blueprint'] : []),
    ...(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]))),
  ]
  if (wrong.length > 0 || !parsed.success) return { kind: 'refused', fields: [...new Set(wrong)] }
  const mistakes = checkAssignment(parsed.data, window)
  if (mistakes.length === 0) return { kind: 'parsed', title, settings: parsed.data, window }
  const fieldOf = {
    'order of times': 'closesAt',
    'no questions': 'blueprint',
    'too many questions': 'blueprint',
  } as const
  return { kind: 'refused', fields: mistakes.map((mistake) => fieldOf[mistake]) }
}
