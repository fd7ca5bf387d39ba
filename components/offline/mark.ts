/** What the next page must know without opening a database: whose cards this device has taken along, and what waits. */
export type Mark = { readonly owner: string; readonly unsent: number }

const name = 'timewait.device'

/** The mark of this device; null where it has nothing, or keeps nothing. */
export function readMark(): Mark | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Mark | null
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
}
