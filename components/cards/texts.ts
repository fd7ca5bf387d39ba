import { type PracticeTexts, practiceTexts } from '@/components/practice/texts'
import { type ReviewTexts, reviewTexts } from '@/components/review/texts'
import type { Say } from '@/lib/i18n/say'

const plain = [
  'front',
  'back',
  'why',
  'section',
  'toRule',
  'own',
  'warned',
  'turn',
  'turnKey',
  'keys',
  'sending',
  'unsent',
  'retry',
  'doneTitle',
  'done',
  'toDecks',
  'undo',
  'lookNav',
  'lookNext',
  'lookPrevious',
  'lookAgain',
  'lookKeys',
] as const

/** The words of a card with two sides that the browser needs. */
export type CardTexts = Readonly<Record<(typeof plain)[number], string>> & {
  readonly review: ReviewTexts
  /** Of the practice what a situation and a diagram of two peers are labelled with. */
  readonly machine: Pick<
    PracticeTexts,
    | 'situation'
    | 'afterwards'
    | 'event'
    | 'peerA'
    | 'peerB'
    | 'sends'
    | 'receivesFrom'
    | 'underWay'
    | 'arrives'
    | 'lost'
    | 'gap'
    | 'colon'
    | 'timeline'
  >
}

/** The words of a card in one language, for the browser. */
export function cardTexts(say: Say): CardTexts {
  const {
    situation,
    event,
    afterwards,
    peerA,
    peerB,
    sends,
    receivesFrom,
    underWay,
    arrives,
    lost,
    gap,
    colon,
    timeline,
  } = practiceTexts(say)
  const own = Object.fromEntries(plain.map((key) => [key, say(`cards.${key}`)])) as Record<
    (typeof plain)[number],
    string
  >
  return {
    ...own,
    review: reviewTexts(say),
    machine: {
      situation,
      event,
      afterwards,
      peerA,
      peerB,
      sends,
      receivesFrom,
      underWay,
      arrives,
      lost,
      gap,
      colon,
      timeline,
    },
  }
}
