/** The most signs of a name, of a course's name and of a term. */
export const longestName = 80

/** The most signs of a number that a school gives. */
export const longestNumber = 40

/** What a reader can't see and what turns the text around it: nobody is called so, and lists are read wrong with it. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * A name as it was typed, with single spaces and without those around it; undefined where nothing is left or more than
 * `longest` signs are.
 */
export function parseName(typed: unknown, longest = longestName): string | undefined {
  const name = tidy(typed)
  return name === '' || [...name].length > longest ? undefined : name
}

/** The same for what may be empty: a term, a school's number. */
export function parseOptional(typed: unknown, longest = longestName): string | undefined {
  const text = tidy(typed)
  return [...text].length > longest ? undefined : text
}

function tidy(typed: unknown): string {
  if (typeof typed !== 'string') return ''
  return typed.normalize('NFC').replace(/\s+/g, ' ').replace(unseen, '').trim()
}
