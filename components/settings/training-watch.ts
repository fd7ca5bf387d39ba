/** How far a training is: a share from 0 to 1. */
export type Progress = { readonly state: 'waiting' | 'running' | 'ended'; readonly progress: number }

/** Asks how far it is; null where that could not be learned. */
export type AskProgress = () => Promise<Progress | null>

const everyMs = 400

/**
 * Watches a training for whoever subscribes, until it has ended; then `ended` is called, once. It knows no React; the page
 * subscribes to it. What could not be learned is asked again.
 */
export function createTrainingWatch(first: Progress, ask: AskProgress, ended: () => void) {
  let known = first
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  async function look(): Promise<void> {
    known = (await ask()) ?? known
    for (const listener of listeners) listener()
    if (known.state === 'ended') ended()
    else if (listeners.size > 0) timer = setTimeout(() => void look(), everyMs)
  }

  return {
    snapshot: () => known,
    initial: () => first,
    subscribe(listener: () => void) {
      if (listeners.size === 0 && known.state !== 'ended') timer = setTimeout(() => void look(), everyMs)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}

/** Asks this server. */
export async function askProgress(): Promise<Progress | null> {
  try {
    const response = await fetch('/api/v1/me/training')
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
