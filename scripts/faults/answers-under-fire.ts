import { randomUUID } from 'node:crypto'
import { createPost, type Reply } from '../../bench/app/post'
import type { OpenPractice } from '../../bench/app/prepare-practices'
import type { Given } from '../../lib/items/shown'

/** One answer: what is sent, and what has come back so far. */
export type SentAnswer = {
  readonly id: string
  readonly practiceId: string
  readonly position: number
  readonly cookie: string
  readonly given: Given
  /** Different for each answer, so that no other can be taken for it. */
  readonly tookMs: number
}

export type AckedAnswer = { readonly answer: SentAnswer; readonly reply: string }

/** What is to be answered, what was sent without an acknowledgement, and what was acknowledged. */
export type Answers = {
  readonly waiting: SentAnswer[]
  readonly unacknowledged: SentAnswer[]
  readonly acknowledged: AckedAnswer[]
}

export function answersTo(practices: readonly OpenPractice[]): Answers {
  let number = 0
  const waiting = practices.flatMap(({ id, cookie, givens }) =>
    givens.map((given, position): SentAnswer => {
      number += 1
      return { id: randomUUID(), practiceId: id, position, cookie, given, tookMs: number }
    }),
  )
  // Taken from the end, the first practice first.
  return { waiting: waiting.reverse(), unacknowledged: [], acknowledged: [] }
}

/**
 * Sends answers, sixteen at a time, until the server is gone; first those again that it has not acknowledged before it
 * was killed, as a browser does. Calls `acked` at each acknowledgement. Throws where the server refuses one.
 */
export async function sendUntilGone(port: number, answers: Answers, acked: () => void): Promise<void> {
  const post = createPost(port)
  const again = answers.unacknowledged.splice(0)
  const line = async () => {
    for (;;) {
      const answer = again.pop() ?? answers.waiting.pop()
      if (answer === undefined) throw new Error('Cannot go on: every question is answered')
      const reply = await sendOne(post, answer)
      if (reply === undefined) {
        answers.unacknowledged.push(answer)
        break
      }
      answers.acknowledged.push({ answer, reply: reply.text })
      acked()
    }
  }
  await Promise.all(Array.from({ length: 16 }, line))
  answers.unacknowledged.push(...again)
}

/** The reply to an answer; undefined where the connection broke before it was whole. */
export async function sendOne(
  post: ReturnType<typeof createPost>,
  { id, practiceId, position, cookie, given, tookMs }: SentAnswer,
): Promise<Reply | undefined> {
  const body = JSON.stringify({ id, position, given, tookMs, locale: 'en' })
  const reply = await post({ path: `/api/v1/practices/${practiceId}/answers`, cookie, body }).catch(() => undefined)
  if (reply !== undefined && reply.status !== 200) throw new Error(`Cannot answer: ${reply.status} ${reply.text}`)
  return reply
}
