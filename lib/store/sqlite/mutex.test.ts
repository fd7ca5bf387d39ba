import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createMutex } from './mutex'

describe('a mutex', () => {
  test('serves one at a time, in the order of asking', async () => {
    const mutex = createMutex()
    const order: string[] = []
    async function hold(name: string, forMs: number) {
      const release = await mutex.acquire()
      order.push(`${name} in`)
      await sleep(forMs)
      order.push(`${name} out`)
      release()
    }
    await Promise.all([hold('a', 5), hold('b', 0), hold('c', 1)])
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
  })

  test('lets nobody in twice when somebody releases twice', async () => {
    const mutex = createMutex()
    const release = await mutex.acquire()
    release()
    release()
    const releaseSecond = await mutex.acquire()
    let third = false
    const waiting = mutex.acquire().then(() => {
      third = true
    })
    await sleep(1)
    expect(third).toBe(false)
    releaseSecond()
    await waiting
  })
})
