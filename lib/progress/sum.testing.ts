import type { Contribution } from '../review/totals'

const sums = ['reviews', 'right', 'fresh', 'ripe', 'tookMs', 'recall', 'logLoss'] as const

/** For tests: running totals as the store would keep them, computed from every contribution anew. */
export function sumContributions(parts: readonly Contribution[]): readonly Contribution[] {
  const totals = new Map<string, Contribution>()
  for (const part of parts) {
    const name = `${part.scope} ${part.place}`
    const before = totals.get(name)
    const added = sums.map((sum) => [sum, part[sum] + (before?.[sum] ?? 0)] as const)
    totals.set(name, { ...part, ...Object.fromEntries(added) })
  }
  return [...totals.values()].toSorted((a, b) => a.place - b.place)
}
