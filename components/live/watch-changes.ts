import { keepListening } from '@/components/ui/keep-listening'

/** So long after a change the next one is asked for at the earliest. */
const restMs = 1000
/** A stream that has said nothing by then is taken for blocked. */
const silenceMs = 6000
const pollMs = 3000

/**
 * Calls `onChange` when the server says at `address` that something has changed. Where no events come through, because the
 * network holds them back or the browser knows none, it calls every few seconds instead, until they do. Gives what ends it.
 */
export function watchChanges(address: string, onChange: () => void): () => void {
  let calledAt = Number.NEGATIVE_INFINITY
  let waiting: ReturnType<typeof setTimeout> | undefined
  let polling: ReturnType<typeof setInterval> | undefined
  const call = () => {
    waiting = undefined
    calledAt = performance.now()
    onChange()
  }
  const change = () => {
    waiting ??= setTimeout(call, Math.max(0, calledAt + restMs - performance.now()))
  }
  const poll = () => {
    polling ??= setInterval(change, pollMs)
  }
  const hear = () => {
    clearTimeout(silence)
    clearInterval(polling)
    polling = undefined
    // The first word comes with the stream itself: what changed between the page and the stream is not missed.
    change()
  }
  const silence = setTimeout(poll, silenceMs)
  // What broke is tried again; until that succeeds nothing is missed.
  let stop = () => {}
  if (typeof EventSource === 'undefined') poll()
  else stop = keepListening(address, { onMessage: hear, onLost: poll })
  return () => {
    stop()
    clearTimeout(silence)
    clearTimeout(waiting)
    clearInterval(polling)
  }
}
