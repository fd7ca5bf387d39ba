import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepListening } from './keep-listening'

/** A browser's end of a stream, which the test opens, breaks and refuses. */
class Stream extends EventTarget {
  static readonly CLOSED = 2
  static readonly opened: Stream[] = []
  readyState = 0
  constructor(readonly address: string) {
    super()
    Stream.opened.push(this)
  }
  end(state: number) {
    this.readyState = state
    this.dispatchEvent(new Event('error'))
  }
  close() {
    this.readyState = Stream.CLOSED
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Stream)
  Stream.opened.length = 0
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const newest = () => {
  const stream = Stream.opened.at(-1)
  if (stream === undefined) throw new Error('Cannot find a stream')
  return stream
}

test('a stream that was refused is asked for again, and heard', () => {
  const heard: string[] = []
  const tell = (what: string) => () => void heard.push(what)
  const stop = keepListening('/events', { onMessage: tell('message'), onOpen: tell('open'), onLost: tell('lost') })
  newest().dispatchEvent(new Event('open'))
  newest().end(Stream.CLOSED)
  vi.advanceTimersByTime(15_000)
  expect(Stream.opened.map(({ address }) => address)).toEqual(['/events', '/events'])
  newest().dispatchEvent(new Event('open'))
  newest().dispatchEvent(new Event('message'))
  expect(heard).toEqual(['open', 'lost', 'open', 'message'])
  stop()
  expect(newest().readyState).toBe(Stream.CLOSED)
})

test('a stream that broke is left to the browser, which comes back by itself', () => {
  const stop = keepListening('/events', { onMessage: () => {} })
  newest().end(0)
  vi.advanceTimersByTime(60_000)
  expect(Stream.opened).toHaveLength(1)
  stop()
})

test('whoever has stopped asks no more', () => {
  const stop = keepListening('/events', { onMessage: () => {} })
  newest().end(Stream.CLOSED)
  stop()
  vi.advanceTimersByTime(60_000)
  expect(Stream.opened).toHaveLength(1)
})
