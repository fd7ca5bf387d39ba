import 'server-only'

type Listener = () => void

// Next bundles the routes and the pages apart: each copy of this module must find the same listeners.
const held = globalThis as typeof globalThis & { timewaitLive?: Map<string, Set<Listener>> }

function topics(): Map<string, Set<Listener>> {
  held.timewaitLive ??= new Map()
  return held.timewaitLive
}

/** Has `listener` called whenever something under `topic` has changed; gives what ends that. No data travels with it. */
export function subscribe(topic: string, listener: Listener): () => void {
  const listeners = topics().get(topic) ?? new Set()
  topics().set(topic, listeners)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && topics().get(topic) === listeners) topics().delete(topic)
  }
}

/** Says that something under `topic` has changed: after the write, for who hears it asks anew. */
export function publish(topic: string): void {
  for (const listener of [...(topics().get(topic) ?? [])]) listener()
}

/** How many listen under `topic`. */
export function countListeners(topic: string): number {
  return topics().get(topic)?.size ?? 0
}
