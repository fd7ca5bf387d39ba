const listeners = new Set<() => void>()

/** Says that a review was recorded online: what the device has taken along is not as it was. */
export function noteReviewed(): void {
  for (const listen of listeners) listen()
}

/** Calls `listen` after each review that is recorded online, until the function that it gives is called. */
export function onReviewed(listen: () => void): () => void {
  listeners.add(listen)
  return () => {
    listeners.delete(listen)
  }
}
