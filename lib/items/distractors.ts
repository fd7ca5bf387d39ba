import { type Random, shuffled } from './random'

/**
 * Three wrong options beside the right one, from tiers of candidates: those of an earlier tier come before those of a
 * later one, in chance order within a tier. The result is sorted, so that its order gives nothing away.
 */
export function withDistractors(
  right: string,
  tiers: readonly (readonly string[])[],
  random: Random,
  count = 3,
): readonly string[] {
  const candidates = tiers.flatMap((tier) => shuffled(tier, random))
  const wrong = [...new Set(candidates)].filter((candidate) => candidate !== right).slice(0, count)
  return [right, ...wrong].sort()
}
