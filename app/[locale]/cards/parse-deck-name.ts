const longest = 60

/** The name of a deck as it was typed, without the spaces around it; else why it is none. */
export function parseDeckName(typed: FormDataEntryValue | null) {
  const name = typeof typed === 'string' ? typed.trim().replace(/\s+/g, ' ') : ''
  if (name === '') return { kind: 'refused', error: 'empty' } as const
  return [...name].length > longest
    ? ({ kind: 'refused', error: 'too long' } as const)
    : ({ kind: 'parsed', name } as const)
}
