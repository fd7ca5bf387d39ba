import type { AssignmentSettings } from './assignment'

const day = 86_400_000

/**
 * What a try counts for, in whole hundredths of its points: less for each try before it, and less for each day begun
 * after it was due, one after the other (80 % of 90 % is 72 %).
 */
export function worthOf(
  { lessPerTry, lessPerDayLate }: Pick<AssignmentSettings, 'lessPerTry' | 'lessPerDayLate'>,
  {
    number,
    finishedAt,
    dueAt,
  }: { readonly number: number; readonly finishedAt: number; readonly dueAt: number | null },
): number {
  const ofTry = Math.max(0, 100 - lessPerTry * (number - 1))
  const daysLate = dueAt === null || finishedAt <= dueAt ? 0 : Math.ceil((finishedAt - dueAt) / day)
  const ofTime = Math.max(0, 100 - lessPerDayLate * daysLate)
  return Math.round((ofTry * ofTime) / 100)
}
