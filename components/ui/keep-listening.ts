/** After how long a stream that was refused is asked for again, and over how long a room spreads that. */
const againMs = 5000
const spreadMs = 10_000

type Hearing = {
  /** What came with the event. */
  readonly onMessage: (data: string) => void
  readonly onOpen?: () => void
  /** It is broken or was refused; it is tried again by itself. */
  readonly onLost?: () => void
}

/**
 * Listens to server-sent events until the function that it gives is called. A browser comes back by itself to a stream that
 * broke, but never to one that was answered by anything but a stream: a server that is being started answers 503.
 */
export function keepListening(address: string, { onMessage, onOpen, onLost }: Hearing): () => void {
  let again: ReturnType<typeof setTimeout> | undefined
  let source: EventSource
  const open = () => {
    const opened = new EventSource(address)
    source = opened
    opened.addEventListener('open', () => onOpen?.())
    opened.addEventListener('message', ({ data }) => onMessage(data))
    opened.addEventListener('error', () => {
      onLost?.()
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, againMs + spreadMs * Math.random())
    })
  }
  open()
  return () => {
    clearTimeout(again)
    source.close()
  }
}
