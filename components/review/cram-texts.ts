import type { Say } from '@/lib/i18n/say'

const refusals = ['no such card', 'withdrawn', 'invalid', 'busy'] as const

/** The words of going through cards that the browser needs; of a template the places are filled in by fill.ts. */
export type CramTexts = Readonly<Record<'aside' | 'progress' | 'leftOut' | 'next' | 'allRight' | 'done', string>> & {
  readonly refused: Readonly<Record<string, string>>
}

/** The words of going through cards aside from the schedule, in one language, for the browser. */
export function cramTexts(say: Say): CramTexts {
  return {
    aside: say('review.cram.aside'),
    progress: say('review.cram.progress', { right: '{right}', length: '{length}', answers: '{answers}' }),
    leftOut: say('review.cram.leftOut', { count: '{count}' }),
    next: say('review.next'),
    allRight: say('review.cram.allRight'),
    done: say('review.done'),
    refused: Object.fromEntries(refusals.map((error) => [error, say(`review.refused.${error}`)])),
  }
}
