import { randomInt } from 'node:crypto'
import { loadSay } from '@/lib/i18n/say'
import { answerSchema } from '@/lib/items/answer'
import { markGiven } from '@/lib/items/mark'
import { findUserId } from '@/lib/session/session'
import { findAskedItem } from '@/lib/store/asked-item'
import { findOutMore } from '@/lib/store/find-out'
import { recordAnswer } from '@/lib/store/record-answer'
import { type AnswerReply, answerRequestSchema, refusalStatus } from '@/lib/words/answer-exchange'
import { presentAsked } from '@/lib/words/present-asked'
import { presentFeedback } from '@/lib/words/present-feedback'
import { readSent } from '../../../read-sent'
import { refusal } from '../../../refusal'

/** One answer: marked by the machine, kept, explained. What is acknowledged here is on disk. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/practices/[practice]/answers'>) {
  const { practice: practiceId } = await params
  const body = await readSent(request)
  if (body.kind === 'refused') return body.response
  const userId = await findUserId(request.headers)
  if (userId === undefined) return refuse('no such practice')
  const sent = answerRequestSchema.safeParse(body.value)
  if (!sent.success) return refuse('invalid')
  const { id, position, given, tookMs, locale } = sent.data

  const asked = await findAskedItem({ userId, practiceId, position })
  if (asked === undefined) return refuse('no such practice')
  const marked = markGiven(asked.item, asked.seed, given)
  if (marked.kind === 'refused') return refuse(marked.error)

  const { shown, answer, right } = marked
  const record = { id, userId, practiceId, position, itemVersion: asked.item.version, tookMs, at: new Date() }
  const recorded = await recordAnswer({
    ...record,
    shown: { body: marked.body, options: shown, locale },
    given: answer,
    right,
  })
  if (recorded.kind === 'refused') return refuse(recorded.error)

  // The same answer sent again is told the same as the first time, whatever came with it now.
  const kept = answerSchema.parse(recorded.answer.given)
  const say = await loadSay(locale)
  if (asked.aim === 'beliefs') await findOutMore({ userId, practiceId, seed: randomInt(2 ** 32) })
  const next = await findAskedItem({ userId, practiceId, position: position + 1 })
  const reply: AnswerReply = {
    feedback: presentFeedback(say, marked.body, shown, kept),
    fact: asked.item.factId,
    next: next === undefined ? null : presentAsked(say, next, position + 1),
  }
  return Response.json(reply)
}

function refuse(error: keyof typeof refusalStatus) {
  return refusal(error, refusalStatus[error])
}
