import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { countListeners, publish, subscribe } from './live-hub'
import { streamChanges } from './live-stream'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the hub', () => {
  it('tells who listens under a topic, and nobody who has stopped', () => {
    const heard: string[] = []
    const stop = subscribe('a', () => heard.push('one'))
    subscribe('a', () => heard.push('other'))
    subscribe('b', () => heard.push('b'))
    publish('a')
    stop()
    stop()
    publish('a')
    publish('nobody')
    expect(heard).toEqual(['one', 'other', 'other'])
    expect(countListeners('a')).toBe(1)
  })
})

describe('a stream of changes', () => {
  function open(topics: readonly string[]) {
    const going = new AbortController()
    const response = streamChanges(topics, going.signal)
    const reader = response.body?.getReader()
    const next = async () => new TextDecoder().decode((await reader?.read())?.value)
    return { response, going, reader, next }
  }

  it('begins at once, tells many changes as one, and beats in silence', async () => {
    const { response, next, going } = open(['x', 'y'])
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(response.headers.get('cache-control')).toContain('no-transform')
    expect(await next()).toBe('retry: 3000\ndata: changed\n\n')
    for (let times = 0; times < 500; times++) publish(times % 2 === 0 ? 'x' : 'y')
    vi.advanceTimersByTime(250)
    expect(await next()).toBe('data: changed\n\n')
    vi.advanceTimersByTime(15_000)
    expect(await next()).toBe(': beat\n\n')
    going.abort()
  })

  it.each(['the request is aborted', 'the reader cancels'])('leaves nothing behind when %s', async (how) => {
    const { going, reader } = open(['gone'])
    expect(countListeners('gone')).toBe(1)
    publish('gone')
    if (how === 'the reader cancels') await reader?.cancel()
    else going.abort()
    expect(countListeners('gone')).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
    publish('gone')
  })
})
