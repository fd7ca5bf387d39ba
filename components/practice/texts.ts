import { type TimelineTexts, timelineTexts } from '@/components/timeline/texts'
import type { Say } from '@/lib/i18n/say'

/** The words of the practice that the browser needs as they stand. */
const plain = [
  'submit',
  'next',
  'finish',
  'saving',
  'failed',
  'retry',
  'right',
  'wrong',
  'rightAnswer',
  'yourAnswer',
  'isRight',
  'missed',
  'wronglyTicked',
  'rule',
  'authorSays',
  'afterwards',
  'parting',
  'change',
  'belief',
  'prove',
  'proof',
  'shownRun',
  'outcomeState',
  'outcomeSent',
  'outcomeTold',
  'nothing',
  'true',
  'colon',
  'false',
  'situation',
  'event',
  'stateName',
  'seq',
  'ack',
  'noAck',
  'peerA',
  'peerB',
  'sends',
  'receivesFrom',
  'underWay',
  'arrives',
  'lost',
  'gap',
  'gapEmpty',
  'segmentsToPut',
  'diagram',
  'chosenPlace',
  'nothingChosenYet',
  'toRule',
  'toExperiment',
  'notLoaded',
  'loadAgain',
] as const

/** Words with places that the browser fills in (fill.ts), and the names of these places. */
const templates = {
  question: ['number', 'length'],
  explanationOf: ['number'],
  belongsAt: ['place'],
  section: ['cite'],
  moveUp: ['element'],
  moveDown: ['element'],
  drag: ['element'],
  gapNumber: ['number'],
  putInto: ['element', 'number'],
  rightIs: ['element'],
  movedTo: ['element', 'place', 'count'],
} as const

const ofCards = ['remember', 'remembered', 'wrongIsCard', 'busy'] as const
const refusals = ['no such practice', 'already answered', 'withdrawn', 'busy', 'invalid'] as const

export type PracticeTexts = Readonly<
  Record<(typeof plain)[number] | keyof typeof templates | 'activeClose' | 'passiveClose', string>
> & {
  /** Why an answer was refused, by the error's own name. */
  readonly refused: Readonly<Record<string, string>>
  /** What becomes of a question as a card. */
  readonly card: Readonly<Record<(typeof ofCards)[number], string>>
  /** The words of a run of two peers. */
  readonly timeline: TimelineTexts
}

/** The words of the practice in one language, for the browser. */
export function practiceTexts(say: Say): PracticeTexts {
  const filled = Object.entries(templates).map(([key, places]) => {
    const kept = Object.fromEntries(places.map((place) => [place, `{${place}}`]))
    return [key, say(`practice.${key}`, kept)]
  })
  return Object.fromEntries([
    ...plain.map((key) => [key, say(`practice.${key}`)]),
    ...filled,
    ['card', Object.fromEntries(ofCards.map((key) => [key, say(`review.${key}`)]))],
    ['activeClose', say('learn.frames.active-close')],
    ['passiveClose', say('learn.frames.passive-close')],
    ['timeline', timelineTexts(say)],
    ['refused', Object.fromEntries(refusals.map((error) => [error, say(`practice.refused.${error}`)]))],
  ]) as PracticeTexts
}
