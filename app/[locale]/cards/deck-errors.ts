const errors = ['empty', 'too long', 'taken', 'too many', 'no such deck', 'busy'] as const

/** The sentence for each reason why a deck is not kept. */
export function deckErrors(t: (key: `deckErrors.${(typeof errors)[number]}`) => string): Record<string, string> {
  return Object.fromEntries(errors.map((error) => [error, t(`deckErrors.${error}`)]))
}
