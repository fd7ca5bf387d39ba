import { topics } from '../items/topics'
import { type Blueprint, blueprintSchema, levels, presetNames, presets } from './blueprint'

/** What a form holds: FormData, as far as it is read here. */
type Fields = { get(name: string): unknown; getAll(name: string): readonly unknown[] }

/** The blueprint that a form asks for: a preset by its name, or one written out field by field. Null where it is none. */
export function parseBlueprintForm(form: Fields): Blueprint | null {
  const preset = presetNames.find((name) => name === form.get('preset'))
  if (preset !== undefined) return presets[preset]
  const parsed = blueprintSchema.safeParse({
    questions: wholeNumber(form.get('questions')),
    minutes: wholeNumber(form.get('minutes')),
    points: wholeNumber(form.get('points')),
    credit: form.get('credit'),
    forms: form.getAll('form'),
    topics: Object.fromEntries(topics.map((topic) => [topic, wholeNumber(form.get(`topic ${topic}`))])),
    levels: Object.fromEntries(levels.map((level) => [level, wholeNumber(form.get(`level ${level}`))])),
  })
  return parsed.success ? parsed.data : null
}

/** Number('') is 0, which nobody meant. */
function wholeNumber(text: unknown): number {
  return typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
}
