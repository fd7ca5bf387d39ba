const errors = [
  'invalid',
  'busy',
  'no such course',
  'no such member',
  'not yours to change',
  'not yours to give',
  'no such seat',
  'no account',
  'too many',
  'no such door',
  'removed',
  'full',
  'no code',
  'wrong',
  'wait',
  'tomorrow',
  'resting',
] as const

export type TeachError = (typeof errors)[number]

/** The sentence for each reason why something of a course is not done. */
export function teachErrors(t: (key: `errors.${TeachError}`) => string): Readonly<Record<TeachError, string>> {
  return Object.fromEntries(errors.map((error) => [error, t(`errors.${error}`)])) as Record<TeachError, string>
}
