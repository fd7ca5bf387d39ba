const errors = ['no such question', 'already open', 'no such course', 'busy', 'withdrawn'] as const

type Key = 'no-such-question' | 'already-open' | 'no-such-course' | 'busy' | 'withdrawn'

const keys = {
  'no such question': 'no-such-question',
  'already open': 'already-open',
  'no such course': 'no-such-course',
  busy: 'busy',
  withdrawn: 'withdrawn',
} as const satisfies Record<(typeof errors)[number], Key>

/** The sentence for each reason why a live question is not asked or moved. */
export function liveErrors(t: (key: `errors.${Key}`) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(errors.map((error) => [error, t(`errors.${keys[error]}`)]))
}
