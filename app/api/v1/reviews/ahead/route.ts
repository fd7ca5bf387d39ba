import { type AheadReply, aheadRequestSchema, deviceRefusalStatus } from '@/lib/offline/exchange'
import { findReader } from '@/lib/session/reader'
import { database } from '@/lib/store/database'
import { findCardsAhead, findShowingsAhead } from '@/lib/store/review/cards-ahead'
import { findLearner } from '@/lib/store/review/learner'
import { listUsualMs } from '@/lib/store/review/usual-time'
import { readSent } from '../../read-sent'
import { refusal } from '../../refusal'

/** The cards that a device takes along, to review them without a network. Nothing is changed by asking. */
export async function POST(request: Request) {
  const body = await readSent(request)
  if (body.kind === 'refused') return body.response
  const asked = aheadRequestSchema.safeParse(body.value)
  if (!asked.success) return refuse('invalid')
  const { userId, settings, foundTimeZone } = await findReader()
  if (userId === undefined) return refuse('signed out')
  const now = new Date()
  const learner = await findLearner({ userId, settings, foundTimeZone, now })
  const held = new Map(asked.data.held.map(({ card, version }) => [card, version]))
  const cards = await Promise.all(
    (await findCardsAhead(userId, learner, now)).map(async ({ card, version, siblings }) => ({
      card: card.id,
      version,
      siblings,
      content: held.get(card.id) === version ? null : { memory: card.memory, showings: await findShowingsAhead(card) },
    })),
  )
  const { read } = await database()
  const { selfRating, numberKeys } = settings
  const reply: AheadReply = {
    owner: userId,
    now: now.getTime(),
    scheduling: learner.scheduling,
    clock: learner.clock,
    selfRating,
    numberKeys,
    usualMs: listUsualMs(read, userId),
    cards,
  }
  return Response.json(reply)
}

function refuse(error: keyof typeof deviceRefusalStatus) {
  return refusal(error, deviceRefusalStatus[error])
}
