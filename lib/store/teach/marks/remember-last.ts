import 'server-only'

/** Of what something is worked out: its name, and all that it depends on. */
export type Stamped = { readonly name: string; readonly stamp: string }

/**
 * Remembers what was worked out last, under at most so many names, in this process: it is thrown away with it, and made
 * again where the stamp is another one.
 */
export function rememberLast<T>(most: number): (of: Stamped, make: () => Promise<T>) => Promise<T> {
  const known = new Map<string, { readonly stamp: string; readonly value: T }>()
  return async ({ name, stamp }, make) => {
    const before = known.get(name)
    if (before?.stamp === stamp) return before.value
    const value = await make()
    known.delete(name)
    known.set(name, { stamp, value })
    for (const oldest of [...known.keys()].slice(0, -most)) known.delete(oldest)
    return value
  }
}
