import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTrainingWatch, type Progress } from './training-watch'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const running = (progress: number): Progress => ({ state: 'running', progress })

test('tells each progress, goes on after a lost connection, and ends once', async () => {
  const told: (Progress | null)[] = [running(0.3), null, running(0.7), { state: 'ended', progress: 1 }]
  const seen: number[] = []
  let ends = 0
  const watch = createTrainingWatch(
    { state: 'waiting', progress: 0 },
    async () => told.shift() ?? null,
    () => ends++,
  )
  watch.subscribe(() => seen.push(watch.snapshot().progress))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(seen).toEqual([0.3, 0.3, 0.7, 1])
  expect(ends).toBe(1)
})

test('asks no more when nobody looks', async () => {
  let asked = 0
  const watch = createTrainingWatch(
    running(0),
    async () => {
      asked++
      return running(0.1)
    },
    () => {},
  )
  const leave = watch.subscribe(() => {})
  await vi.advanceTimersByTimeAsync(1000)
  leave()
  const before = asked
  await vi.advanceTimersByTimeAsync(60_000)
  expect([before, asked]).toEqual([2, 2])
})
