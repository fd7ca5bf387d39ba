import type { StudentNow } from '@/lib/teach/student-now'

/** What the live view shows: how all stand, as of when, and whether the server answers. */
export type Board = {
  readonly students: readonly StudentNow[]
  /** The server's clock when that was said, in milliseconds since 1970 UTC. */
  readonly now: number
  readonly isReached: boolean
}

export type BoardParts = {
  readonly first: Board
  readonly ask: () => Promise<Pick<Board, 'students' | 'now'> | null>
  /** Tells that something has changed; returns how to stop it. Where it never tells, asking alone keeps the view in step. */
  readonly hear: (tell: () => void) => () => void
}

/** How often the server is asked where it says nothing by itself. */
const everyMs = 4000
/** Many things change in the same second: one look is for all of them. */
const settleMs = 700

/** Keeps the live view in step: it asks when the server says that something changed, and every few seconds besides. */
export function createBoard({ first, ask, hear }: BoardParts) {
  let board = first
  const listeners = new Set<() => void>()
  let stop: (() => void) | undefined
  let settling: ReturnType<typeof setTimeout> | undefined

  async function look() {
    clearTimeout(settling)
    settling = undefined
    const told = await ask()
    board = told === null ? { ...board, isReached: false } : { ...told, isReached: true }
    for (const listener of listeners) listener()
  }

  function start() {
    const deaf = hear(() => {
      settling ??= setTimeout(() => void look(), settleMs)
    })
    const asking = setInterval(() => void look(), everyMs)
    return () => {
      deaf()
      clearInterval(asking)
      clearTimeout(settling)
    }
  }

  return {
    board: () => board,
    first: () => first,
    look,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      stop ??= start()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = undefined
      }
    },
  }
}
