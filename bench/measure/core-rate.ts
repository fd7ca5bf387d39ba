import { median } from './median'

/**
 * How often per second of one core something is done; the median of seven rounds. `batch` does it some times and
 * returns how many. Counted is the processor time of this process, its garbage collector's too, and not the time on
 * the clock, so that other programs on the same cores slow the measurement down without changing what it says.
 */
export function coreRate(batch: () => number, roundMs = 300): number {
  round(batch, roundMs)
  return median(Array.from({ length: 7 }, () => round(batch, roundMs)))
}

function round(batch: () => number, forMs: number): number {
  const before = process.cpuUsage()
  let done = 0
  for (;;) {
    done += batch()
    const { user, system } = process.cpuUsage(before)
    const tookMs = (user + system) / 1000
    if (tookMs >= forMs) return (done / tookMs) * 1000
  }
}
