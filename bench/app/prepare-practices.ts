import { deriveBank } from '../../lib/items/bank'
import { itemKinds } from '../../lib/items/item'
import type { Given } from '../../lib/items/shown'
import { topics } from '../../lib/items/topics'
import { ensureUserId } from '../../lib/session/session'
import { createPractice } from '../../lib/store/create-practice'
import { database } from '../../lib/store/database'
import { derivedBank } from '../../lib/store/derived-bank'
import { pickItems } from '../../lib/store/pick-items'
import { prepareStore } from '../../lib/store/prepare'
import { givenFor } from '../measure/given'

/** A practice that waits for answers, and what its owner's browser would send. */
export type OpenPractice = {
  readonly id: string
  readonly cookie: string
  readonly givens: readonly Given[]
}

type Amount = { readonly guests: number; readonly practicesEach: number; readonly length: number }

/** Makes guests with practices of `length` questions, by the app's own functions, in the database that the settings name. */
export async function preparePractices({ guests, practicesEach, length }: Amount): Promise<readonly OpenPractice[]> {
  await prepareStore(() => {}, derivedBank)
  const bodies = new Map(deriveBank().items.map(({ id, body }) => [id, body]))
  const practices: OpenPractice[] = []
  for (let guest = 0; guest < guests; guest++) {
    const { userId, setCookies } = await ensureUserId(new Headers({ 'user-agent': 'bench' }))
    const cookie = setCookies.map((setCookie) => setCookie.split(';')[0]).join('; ')
    const started = Array.from({ length: practicesEach }, async (_, nth) => {
      const seed = guest * practicesEach + nth
      const items = await pickItems({ topics, kinds: itemKinds, count: length, seed })
      const asked = items.map(({ id }, position) => ({ itemId: id, seed: seed + position }))
      const made = await createPractice({ userId, topics, kinds: itemKinds, items: asked, now: new Date() })
      if (made.kind === 'refused') throw new Error(`Cannot start a practice: ${made.error}`)
      const givens = items.flatMap(({ id }, position) => {
        const body = bodies.get(id)
        return body === undefined ? [] : [givenFor(body, seed + position)]
      })
      practices.push({ id: made.practiceId, cookie, givens })
    })
    await Promise.all(started)
  }
  await (await database()).close()
  return practices
}
