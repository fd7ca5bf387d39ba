import { z } from 'zod'
import { passCookies } from '@/lib/session/pass-cookies'
import { ensureUserId } from '@/lib/session/session'
import { addCards } from '@/lib/store/review/add-cards'
import { readSent } from '../read-sent'
import { refusal } from '../refusal'

const requestSchema = z.strictObject({
  fact: z.string().min(1).max(200),
  source: z.enum(['practice', 'learn']),
})

const status = { 'no such fact': 404, busy: 503 } as const

/** Makes a card of a fact for whoever asks; without a session a guest is made, silently. A card twice is one card. */
export async function POST(request: Request) {
  const body = await readSent(request)
  if (body.kind === 'refused') return body.response
  const sent = requestSchema.safeParse(body.value)
  if (!sent.success) return Response.json({ error: 'invalid' }, { status: 400 })
  const { fact, source } = sent.data
  const { userId, setCookies } = await ensureUserId(request.headers)
  await passCookies(setCookies)
  const added = await addCards({ userId, factIds: [fact], source, now: new Date() })
  if (added.kind === 'refused') return refusal(added.error, status[added.error])
  return Response.json({ added: added.count })
}
