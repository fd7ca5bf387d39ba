/** What the next page must know without opening a database: whose cards this device has taken along, and what waits. */
export type Mark = {
  /** Null where it has no cards. */
  readonly owner: string | null
  /** How many reviews wait to be sent, by whose they are. */
  readonly waiting: Readonly<Record<string, number>>
}

const name = 'timewait.device'
const listeners = new Set<() => void>()

/** The mark of this device; null where it has nothing, or keeps nothing. */
export function readMark(): Mark | null {
  try {
    const mark = JSON.parse(localStorage.getItem(name) ?? 'null') as Partial<Mark> | null
    return mark === null ? null : { owner: mark.owner ?? null, waiting: mark.waiting ?? {} }
  } catch {
    return null
  }
}

export function writeMark(mark: Mark | null): void {
  try {
    if (mark === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(mark))
  } catch {
    // Where nothing can be noted, no cards could be kept either.
  }
  for (const listen of listeners) listen()
}

/** How many reviews of others than `owner` wait here; without one, of others than those whose cards are here. */
export function countOthers(owner: string | null | undefined): number {
  const mark = readMark()
  if (mark === null) return 0
  const mine = owner === undefined ? mark.owner : owner
  return Object.entries(mark.waiting).reduce((sum, [other, count]) => (other === mine ? sum : sum + count), 0)
}

/** Calls `listen` whenever this page writes the mark, until the function that it gives is called. */
export function onMark(listen: () => void): () => void {
  listeners.add(listen)
  return () => {
    listeners.delete(listen)
  }
}
