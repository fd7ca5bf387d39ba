/** The most characters that a side of an own card can have. */
const longest = 4000

type Typed = { readonly front: string; readonly back: string }

export type ParsedNote =
  | { readonly kind: 'parsed'; readonly note: Typed }
  | { readonly kind: 'refused'; readonly error: 'front empty' | 'back empty' | 'front too long' | 'back too long' }

/** Parses two sides as they were typed. Refuses a side that is empty or longer than 4,000 characters. */
export function parseNote({ front, back }: Typed): ParsedNote {
  // A browser sends the ends of lines as CR LF, which would count twice.
  const note = { front: front.replace(/\r\n?/g, '\n').trim(), back: back.replace(/\r\n?/g, '\n').trim() }
  if (note.front === '') return { kind: 'refused', error: 'front empty' }
  if (note.back === '') return { kind: 'refused', error: 'back empty' }
  if ([...note.front].length > longest) return { kind: 'refused', error: 'front too long' }
  if ([...note.back].length > longest) return { kind: 'refused', error: 'back too long' }
  return { kind: 'parsed', note }
}
