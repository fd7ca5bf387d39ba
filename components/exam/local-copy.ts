import type { Draft } from '@/components/practice/draft'
import type { Given } from '@/lib/items/shown'

/** What this browser keeps of one question, so that a reload loses nothing, saved or not. */
export type Copy = {
  readonly draft: Draft | null
  readonly given: Given | null
  /** When it was made, by the server's clock. */
  readonly madeAt: number
  /** The revision that it follows. */
  readonly revision: number
  /** The id under which it is to be sent; null where it is saved, or is no answer yet. */
  readonly unsaved: string | null
}

export type LocalCopy = {
  read(position: number): Copy | null
  write(position: number, copy: Copy): void
  clear(): void
}

const prefix = 'timewait.exam.'

/** The copies of one attempt in the browser's own storage; where that is forbidden or full, nothing is kept. */
export function localCopy(attemptId: string, questions: number): LocalCopy {
  const nameOf = (position: number) => `${prefix}${attemptId}.${position}`
  const attempt = <T>(act: () => T, otherwise: T): T => {
    try {
      return act()
    } catch {
      return otherwise
    }
  }
  return {
    read: (position) =>
      attempt(() => JSON.parse(localStorage.getItem(nameOf(position)) ?? 'null') as Copy | null, null),
    write: (position, copy) => attempt(() => localStorage.setItem(nameOf(position), JSON.stringify(copy)), undefined),
    clear() {
      for (let position = 0; position < questions; position++) {
        attempt(() => localStorage.removeItem(nameOf(position)), undefined)
      }
    },
  }
}
