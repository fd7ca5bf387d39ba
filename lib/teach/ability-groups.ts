/** Who stands where in a group of students, by the rest of their papers. */
const abilityGroups = ['upper', 'middle', 'lower'] as const
export type AbilityGroup = (typeof abilityGroups)[number]

export type AbilitySplit = {
  /** In the order of the shares. */
  readonly groups: readonly AbilityGroup[]
  readonly upper: number
  readonly lower: number
  /** How many are in the upper or the lower group beyond 27 %, because they tie with its last one. */
  readonly tied: number
}

/** 27 % at each end tell items apart best (Kelley 1939, J. Educ. Psychol. 30:17–24). */
const endShare = 0.27

/**
 * The best and the worst 27 % by these shares, at least one each. Whoever ties with the last one of a group belongs to it,
 * so that no order in which papers lie decides; null where the two groups would then meet, for too many tie.
 */
export function splitByAbility(shares: readonly number[]): AbilitySplit | null {
  const sorted = shares.toSorted((a, b) => a - b)
  const size = Math.max(1, Math.round(endShare * shares.length))
  const [low, high] = [sorted[size - 1], sorted[sorted.length - size]]
  if (low === undefined || high === undefined || low >= high) return null
  const groups = shares.map((share) => (share >= high ? 'upper' : share <= low ? 'lower' : 'middle'))
  const upper = groups.filter((group) => group === 'upper').length
  const lower = groups.filter((group) => group === 'lower').length
  return { groups, upper, lower, tied: upper + lower - 2 * size }
}
