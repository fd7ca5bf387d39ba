const errors = [
  'front empty',
  'back empty',
  'front too long',
  'back too long',
  'too many',
  'no such deck',
  'no such card',
  'busy',
  'unreached',
] as const

export type NoteError = (typeof errors)[number]

/** The sentence for each reason why a card of one's own is not kept. */
export function noteErrors(t: (key: `noteErrors.${NoteError}`) => string): Readonly<Record<NoteError, string>> {
  return Object.fromEntries(errors.map((error) => [error, t(`noteErrors.${error}`)])) as Record<NoteError, string>
}
