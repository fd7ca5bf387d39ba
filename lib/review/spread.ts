import type { Day } from './day'

/**
 * Spreads a backlog over days: the day on which each of `count` cards is asked, in the order in which they are to be
 * asked. `dueOn` counts what else comes on a day. No day gets more than the mean of all of them, as far as what is due
 * there already allows; the first days come first. Without a day everything stays for now (an empty list).
 */
export function spreadOver(days: readonly Day[], count: number, dueOn: (day: Day) => number): readonly Day[] {
  const loads = days.map((day) => ({ day, load: dueOn(day) }))
  const placed: Day[] = []
  const level = levelOf(
    loads.map(({ load }) => load),
    count,
  )
  for (const { day, load } of loads) {
    const room = Math.max(0, Math.min(level - load, count - placed.length))
    placed.push(...Array.from({ length: room }, () => day))
  }
  return placed
}

/** The least level, as whole cards, at which `count` more find room among these loads. */
function levelOf(loads: readonly number[], count: number): number {
  if (loads.length === 0) return 0
  let level = Math.min(...loads)
  const roomAt = (height: number) => loads.reduce((room, load) => room + Math.max(0, height - load), 0)
  while (roomAt(level) < count) level += Math.max(1, Math.floor((count - roomAt(level)) / loads.length))
  return level
}
