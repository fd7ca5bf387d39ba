import type { Contribution } from '../review/totals'

/** Recalled of asked, of cards in phase review alone; `share` is null where none was asked. */
export type Recalled = { readonly reviews: number; readonly right: number; readonly share: number | null }

export type RetentionMonth = {
  /** The year × 12 + the month − 1. */
  readonly month: number
  readonly young: Recalled
  readonly mature: Recalled
  readonly all: Recalled
}

export type Retention = {
  /** Every month from the first with a review to the last of the given ones, without gaps. */
  readonly months: readonly RetentionMonth[]
  readonly whole: Omit<RetentionMonth, 'month'>
}

/** True retention by month, from the running totals of the scopes "young" and "mature", up to the month `last`. */
export function retentionOf(totals: readonly Contribution[], last: number): Retention {
  const held = totals.filter(({ reviews }) => reviews > 0)
  const first = Math.min(...held.map(({ place }) => place), last + 1)
  const months = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return {
    months: months.map((month) => ({ month, ...recalledIn(held.filter(({ place }) => place === month)) })),
    whole: recalledIn(held),
  }
}

function recalledIn(totals: readonly Contribution[]): Omit<RetentionMonth, 'month'> {
  return {
    young: recalledOf(totals.filter(({ scope }) => scope === 'young')),
    mature: recalledOf(totals.filter(({ scope }) => scope === 'mature')),
    all: recalledOf(totals),
  }
}

function recalledOf(totals: readonly Contribution[]): Recalled {
  const reviews = totals.reduce((sum, total) => sum + total.reviews, 0)
  const right = totals.reduce((sum, total) => sum + total.right, 0)
  return { reviews, right, share: reviews === 0 ? null : right / reviews }
}
