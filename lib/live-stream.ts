import 'server-only'
import { subscribe } from './live-hub'

/** So often something is sent though nothing happens: whatever stands between would take silence for the end. */
const beatMs = 15_000

/** What changes within this time is told once. */
const gatherMs = 250

/**
 * The answer to an EventSource: an event `changed`, without data, at once and whenever something under one of the topics
 * changes. It ends, with its listeners and timers, when the reader goes (`signal`).
 */
export function streamChanges(topics: readonly string[], signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  let end: () => void = () => undefined
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let gathering: ReturnType<typeof setTimeout> | undefined
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const tell = () => {
        gathering ??= setTimeout(() => {
          gathering = undefined
          send('data: changed\n\n')
        }, gatherMs)
      }
      const stops = topics.map((topic) => subscribe(topic, tell))
      const beat = setInterval(() => send(': beat\n\n'), beatMs)
      end = () => {
        for (const stop of stops) stop()
        clearInterval(beat)
        clearTimeout(gathering)
        end = () => undefined
      }
      // Whatever changed between the page and now is asked for at once; and a stream that never begins is known as blocked.
      send('retry: 3000\ndata: changed\n\n')
      signal.addEventListener('abort', () => {
        end()
        controller.close()
      })
    },
    cancel: () => end(),
  })
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream',
      // no-transform: a compressing proxy, and Next's own gzip, would hold the events back.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
