import 'server-only'

/** What a folded log is known by: the row that it belongs to as it was read, and its last event; null where it has none. */
export type LogMark = { readonly row: Row; readonly lastId: string | null }

type Row = Readonly<Record<string, unknown>>

/** A folded log: of what, how many events it has, and its mark. */
type Folded = { readonly id: string; readonly logged: number; readonly mark: LogMark }

export type HeldLogs<T> = {
  /** Keeps a log as it stands on disk. Only what is committed: what a transaction has read of itself may be undone. */
  hold(folded: T): void
  /**
   * The log as it is held; undefined where it isn't, or its row was another. Whoever asks has read the row with its owner,
   * and must see that the log still has its last event in its place: another process may have changed the file.
   */
  find(id: string, row: Row): T | undefined
}

/**
 * Keeps folded logs in memory, so that who asks next folds what came since and not the whole log: a page saves a hundred
 * times. At most so many, those that were held last.
 */
export function createHeldLogs<T extends Folded>(most: number): HeldLogs<T> {
  const held = new Map<string, T>()
  return {
    hold(folded) {
      const known = held.get(folded.id)
      if (known !== undefined && known.logged > folded.logged) return
      held.delete(folded.id)
      held.set(folded.id, folded)
      const [oldest] = held.keys()
      if (held.size > most && oldest !== undefined) held.delete(oldest)
    },
    find(id, row) {
      const known = held.get(id)
      return known !== undefined && isSame(known.mark.row, row) ? known : undefined
    },
  }
}

function isSame(one: Row, other: Row): boolean {
  return Object.keys(other).every((name) => Object.is(one[name], other[name]))
}

/** A row as better-sqlite3 gives it. Throws where it is none. */
export function rowOf(found: unknown): Row {
  if (typeof found !== 'object' || found === null) throw new Error('Cannot read a row')
  return { ...found }
}
