import type { Say } from '@/lib/i18n/say'

const plain = [
  'looking',
  'offline',
  'online',
  'sending',
  'unrated',
  'takenCount',
  'waitingCount',
  'sentCount',
  'nothingTaken',
  'allDone',
  'nextStep',
  'begin',
  'toReview',
  'tryAgain',
  'noStorage',
  'signedOut',
  'refusedTitle',
  'putAway',
  'nothingToUndo',
  'undone',
  'notKept',
  'ratedAlready',
  'take',
  'takeHint',
  'preparing',
  'ready',
  'notReady',
  'keepNone',
  'details',
  'title',
  'showLeft',
  'install',
  'installHint',
  'installIos',
] as const
const templates = {
  takenCount: ['count'],
  waitingCount: ['count'],
  sentCount: ['count'],
  nextStep: ['minutes'],
} as const
const others = ['othersWaiting', 'othersNever', 'othersHint', 'othersRemove'] as const
const refusals = ['invalid', 'no such card', 'withdrawn'] as const

/** The words of reviews without a network that the browser needs; of a template, the places are filled in by fill.ts. */
export type OfflineTexts = Readonly<Record<(typeof plain)[number], string>> & {
  readonly refused: Readonly<Record<(typeof refusals)[number], string>>
}

/** The words about what waits on a device for somebody else. */
export type OthersTexts = Readonly<Record<(typeof others)[number], string>>

/** The words about what waits on a device for somebody else, in one language, for the browser. */
export function othersTexts(say: Say): OthersTexts {
  return Object.fromEntries(others.map((key) => [key, say(`offline.${key}`, { count: '{count}' })])) as OthersTexts
}

/** The words of reviews without a network in one language, for the browser. */
export function offlineTexts(say: Say): OfflineTexts {
  const kept = (key: string) =>
    Object.fromEntries((templates[key as keyof typeof templates] ?? []).map((place) => [place, `{${place}}`]))
  return Object.fromEntries([
    ...plain.map((key) => [key, say(`offline.${key}`, kept(key))]),
    ['refused', Object.fromEntries(refusals.map((error) => [error, say(`offline.refused.${error}`)]))],
  ]) as OfflineTexts
}
