/** How often somebody has tried in vain of late, by where they come from; only as much is held as the window needs. */
export type WrongTries = {
  /** Whether no more is looked at from there for now. */
  readonly isOver: (from: string, now: number) => boolean
  readonly note: (from: string, now: number) => void
}

type Limits = {
  readonly most: number
  readonly windowMs: number
  /** So many places are remembered; beyond that the oldest is forgotten. */
  readonly places: number
}

/** Counts wrong tries in windows of `windowMs` milliseconds, each beginning with the first of them. */
export function countWrongTries({ most, windowMs, places }: Limits): WrongTries {
  const since = new Map<string, { readonly began: number; readonly tries: number }>()
  const current = (from: string, now: number) => {
    const known = since.get(from)
    return known !== undefined && now - known.began < windowMs ? known : { began: now, tries: 0 }
  }
  return {
    isOver: (from, now) => current(from, now).tries >= most,
    note: (from, now) => {
      const { began, tries } = current(from, now)
      since.delete(from)
      since.set(from, { began, tries: tries + 1 })
      const [oldest] = since.keys()
      if (since.size > places && oldest !== undefined) since.delete(oldest)
    },
  }
}
