import { readFile } from 'node:fs/promises'

/** Ticks of all processors since the machine began: in all, and those that its host gave to others meanwhile. */
export type Ticks = { readonly all: number; readonly stolen: number }

/** Reads the ticks of a Linux machine; null on any other. */
export async function readTicks(): Promise<Ticks | null> {
  const text = await readFile('/proc/stat', 'utf8').catch(() => null)
  if (text === null) return null
  // user nice system idle iowait irq softirq steal: proc_stat(5).
  const ticks = (text.split('\n')[0] ?? '').trim().split(/\s+/).slice(1, 9).map(Number)
  return { all: ticks.reduce((sum, each) => sum + each, 0), stolen: ticks[7] ?? 0 }
}

/** The share of the machine's time, from 0 to 100 %, that its host gave to others between two readings; 0 where unknown. */
export function stolenBetween(before: Ticks | null, after: Ticks | null): number {
  if (before === null || after === null || after.all === before.all) return 0
  return (100 * (after.stolen - before.stolen)) / (after.all - before.all)
}
