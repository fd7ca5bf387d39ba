import type { getTranslations } from 'next-intl/server'

const errors = [
  'invalid',
  'no such course',
  'too many',
  'no questions',
  'too many questions',
  'order of times',
  'busy',
] as const

/** The sentence for each refusal of an assignment's form. */
export function fieldErrors(t: Awaited<ReturnType<typeof getTranslations<'assign'>>>): Record<string, string> {
  return Object.fromEntries(errors.map((error) => [error, t(`fields.errors.${error}`)]))
}
