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
    expect(await next()).toBe('retry: 3000\n')
    expect(await next()).toBe('data: changed\n\n')
    for (let times = 0; times < 500; times++) publish(times % 2 === 0 ? 'x' : 'y')
    vi.advanceTimersByTime(250)
    expect(await next()).toBe('data: changed\n\n')
    vi.advanceTimersByTime(15_000)
    expect(await next()).toBe(': beat\n\n')
    going.abort()
  })

  it('says what it is given to say, read anew each time, and nothing where that fails', async () => {
    const going = new AbortController()
    const say = vi.fn<() => Promise<string | undefined>>()
    say.mockResolvedValueOnce('one').mockRejectedValueOnce(new Error('busy')).mockResolvedValueOnce(undefined)
    say.mockResolvedValueOnce('two')
    const reader = streamChanges(['z'], going.signal, { say, spreadMs: 1000 }).body?.getReader()
    const next = async () => new TextDecoder().decode((await reader?.read())?.value)
    expect([await next(), await next()]).toEqual(['retry: 3000\n', 'data: one\n\n'])
    for (let times = 0; times < 3; times++) {
      publish('z')
      await vi.advanceTimersByTimeAsync(1250)
    }
    expect(await next()).toBe('data: two\n\n')
    expect(say).toHaveBeenCalledTimes(4)
    going.abort()
  })

  it.each(['the request is aborted', 'the reader cancels', 'both happen'])(
    'leaves nothing behind when %s',
    async (how) => {
      const { going, reader } = open(['gone'])
      expect(countListeners('gone')).toBe(1)
      publish('gone')
      if (how !== 'the request is aborted') await reader?.cancel()
      if (how !== 'the reader cancels') going.abort()
      expect(countListeners('gone')).toBe(0)
      expect(vi.getTimerCount()).toBe(0)
      publish('gone')
    },
  )

  it('for a reader who has gone already ends as it begins', async () => {
    const response = streamChanges(['early'], AbortSignal.abort())
    expect(await response.text()).toBe('retry: 3000\n')
    expect(countListeners('early')).toBe(0)
  })
})
