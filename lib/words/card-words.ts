import type { Say } from '../i18n/say'
import { factWords } from './fact-words'
import { firstLine } from './markdown'

/** What a card says in a line: its fact, or the front of the learner's own note. It tells what the card asks. */
export function cardWords(
  say: Say,
  { factId }: { readonly factId: string | null },
  note: { readonly front: string } | undefined,
): string {
  return factId === null ? firstLine(note?.front ?? '', 160) : factWords(say, factId)
}
