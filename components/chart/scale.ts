/** Takes a value of a domain to its place on an axis. */
export type Scale = (value: number) => number

/** A straight scale. A domain of no length has its one value in the middle. */
export function scaleOf([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  if (from === to) return () => (start + end) / 2
  return (value) => start + ((value - from) / (to - from)) * (end - start)
}

/** Round steps: 1, 2 or 5 of some power of ten; never less than `least`. */
function roundStep(rough: number, least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, least)))
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10
  return Math.max(step * power, least)
}

/** Round values from 0 to at least `max`, about `count` of them, `least` apart or more (1 for what is counted). */
export function ticksTo(max: number, count: number, least = 1): readonly number[] {
  const step = roundStep(Math.max(max, least) / count, least)
  const steps = Math.max(1, Math.ceil(max / step - 1e-9))
  return Array.from({ length: steps + 1 }, (_, index) => index * step)
}

/** Every n-th place of `length`, so that at most `count` remain; the first or the last is one of them. */
export function everyNth(length: number, count: number, keep: 'first' | 'last' = 'last'): readonly number[] {
  const step = Math.max(1, Math.ceil(length / count))
  const start = keep === 'first' ? 0 : length - 1
  return Array.from({ length }, (_, index) => index).filter((index) => Math.abs(index - start) % step === 0)
}
