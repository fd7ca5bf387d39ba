import 'server-only'
import { subscribe } from './live-hub'

/** So often something is sent though nothing happens: whatever stands between would take silence for the end. */
const beatMs = 15_000

/** What changes within this time is told once. */
const gatherMs = 250

type Telling = {
  /** What is told, on one line, read anew each time; undefined for nothing. Without it, that something has `changed`. */
  readonly say?: () => Promise<string | undefined>
  /** Over how long the readers of one topic are told, in milliseconds, so that a room is not served in one breath. */
  readonly spreadMs?: number
}

const sayChanged = async () => 'changed'

/**
 * The answer to an EventSource: an event at once and whenever something under one of the topics changes. It ends, with its
 * listeners and timers, when the reader goes (`signal`).
 */
export function streamChanges(
  topics: readonly string[],
  signal: AbortSignal,
  { say = sayChanged, spreadMs = 0 }: Telling = {},
): Response {
  const encoder = new TextEncoder()
  /** Stops listening; says whether anything was still going. A stream that its reader has cancelled can't be closed again. */
  let end: () => boolean = () => false
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let gathering: ReturnType<typeof setTimeout> | undefined
      let isOpen = true
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const sayNow = async () => {
        // What can't be read now is asked for by the page in its own time, which is then told why.
        const said = await say().catch(() => undefined)
        if (isOpen && said !== undefined) send(`data: ${said}\n\n`)
      }
      const tell = () => {
        gathering ??= setTimeout(
          () => {
            gathering = undefined
            void sayNow()
          },
          gatherMs + Math.random() * spreadMs,
        )
      }
      const stops = topics.map((topic) => subscribe(topic, tell))
      const beat = setInterval(() => send(': beat\n\n'), beatMs)
      end = () => {
        isOpen = false
        for (const stop of stops) stop()
        clearInterval(beat)
        clearTimeout(gathering)
        end = () => false
        return true
      }
      // Whatever changed between the page and now is asked for at once; and a stream that never begins is known as blocked.
      send('retry: 3000\n')
      void sayNow()
      const leave = () => {
        if (end()) controller.close()
      }
      if (signal.aborted) leave()
      else signal.addEventListener('abort', leave, { once: true })
    },
    cancel: () => void end(),
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
