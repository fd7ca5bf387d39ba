import { setTimeout as sleep } from 'node:timers/promises'

/** Does `once` as often as possible for a while, `abreast` at a time, and returns how often per second it was done. */
export async function rateAbreast(abreast: number, forMs: number, once: () => Promise<void>): Promise<number> {
  const began = performance.now()
  let done = 0
  const line = async () => {
    while (performance.now() - began < forMs) {
      await once()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: abreast }, line))
  return (done / (performance.now() - began)) * 1000
}

/**
 * Does `once` so many times per second for a while, however long each takes, and returns the milliseconds that each
 * took, counted from when it was due: who is served late because others were slow has waited too.
 */
export async function waitsAtRate(perSecond: number, forMs: number, once: () => Promise<void>): Promise<number[]> {
  const began = performance.now()
  const waits: Promise<number>[] = []
  const total = Math.round((perSecond * forMs) / 1000)
  while (waits.length < total) {
    const due = began + (waits.length / perSecond) * 1000
    const aheadMs = due - performance.now()
    if (aheadMs > 0) await sleep(aheadMs)
    waits.push(once().then(() => performance.now() - due))
  }
  return Promise.all(waits)
}
