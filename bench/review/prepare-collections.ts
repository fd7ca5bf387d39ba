import { findFreshBody } from '../../lib/items/mark'
import type { Given } from '../../lib/items/shown'
import { defaultSettings } from '../../lib/review/settings'
import { ensureUserId } from '../../lib/session/session'
import { database } from '../../lib/store/database'
import { derivedBank } from '../../lib/store/derived-bank'
import { prepareStore } from '../../lib/store/prepare'
import { findLearner } from '../../lib/store/review/learner'
import { findNextAsked } from '../../lib/store/review/next-asked'
import { saveSettings } from '../../lib/store/settings'
import type { PresentedQuestion } from '../../lib/words/review-exchange'
import { givenFor as someGiven } from '../measure/given'
import { makeCollection } from './make-collection'

type Handle = Pick<PresentedQuestion, 'card' | 'handle' | 'seed'>

/** Somebody with many reviews behind them, as their browser knows them. */
export type PreparedCollection = {
  readonly cookie: string
  /** A card of theirs. */
  readonly card: string
  /** What is asked next, and what is answered. */
  asked: Handle & { readonly given: Given }
  /** An answer that fits a question, right or wrong. */
  readonly givenFor: (card: PresentedQuestion) => Given
}

/** Makes a guest with a collection for each of these numbers of reviews, in the database that the settings name. */
export async function prepareCollections(sizes: readonly number[]): Promise<readonly PreparedCollection[]> {
  await prepareStore(() => {}, derivedBank)
  const prepared: PreparedCollection[] = []
  for (const reviews of sizes) {
    const { userId, setCookies } = await ensureUserId(new Headers({ 'user-agent': 'bench' }))
    const cookie = setCookies.map((setCookie) => setCookie.split(';')[0]).join('; ')
    const now = new Date()
    // The limits of a day must not end the bench.
    const settings = { ...defaultSettings, timeZone: 'UTC', reviewsPerDay: 9999, newPerDay: 0 }
    await saveSettings({ userId, settings, now })
    const learner = await findLearner({ userId, settings, foundTimeZone: undefined, now })
    await makeCollection({ userId, reviews, learner, now })
    const { asked } = await findNextAsked(userId, learner, now)
    if (asked?.kind !== 'item') throw new Error('Nothing is due')
    const { card, item, handle, seed } = asked
    const body = findFreshBody(item, card.factId, seed)
    if (body === null) throw new Error('What is due is not sound')
    prepared.push({
      cookie,
      card: card.id,
      asked: { card: card.id, handle, seed, given: someGiven(body, 0) },
      givenFor,
    })
  }
  await (await database()).close()
  return prepared
}

function givenFor({ question }: PresentedQuestion): Given {
  switch (question.control) {
    case 'choice':
      return { choice: 0 }
    case 'several':
      return { several: [0] }
    case 'order':
      return { order: question.options.map((_, index) => index) }
    case 'place':
      return { place: question.place === 'state' ? 'state:CLOSED' : 'arrow:CLOSED>LISTEN' }
    case 'fill':
      return { fill: [0] }
    case 'text':
      return { text: 'ESTABLISHED' }
    case 'numbers':
      return { numbers: { seq: 101, ack: 301 } }
  }
}
