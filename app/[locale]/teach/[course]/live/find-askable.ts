import { z } from 'zod'
import { findSoundBody } from '@/lib/items/mark'
import { findItem } from '@/lib/store/item'
import { listAssignable } from '@/lib/store/teach/questions'
import { type Asked, askedSchema } from '@/lib/teach/authored'

/** What can be asked in a hall: an item of the bank, or a question of the course. */
const askableSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), itemId: z.string() }),
  z.object({ kind: z.literal('question'), questionId: z.string() }),
])

export type Askable = Readonly<z.infer<typeof askableSchema>>

/** The question itself; null where it is not there, not the reader's to ask, or not sound any more. */
export async function findAskable(
  mine: { readonly userId: string; readonly courseId: string },
  /** As it came: what is bound to an action is sent by the browser. */
  sent: Askable,
): Promise<Asked | null> {
  const which = askableSchema.safeParse(sent).data
  if (which === undefined) return null
  if (which.kind === 'question') {
    const own = await listAssignable(mine, 'ask live')
    const { authored } = own.find(({ questionId }) => questionId === which.questionId) ?? {}
    return authored === undefined ? null : { topic: authored.topic, level: authored.level, body: authored.body }
  }
  const item = await findItem(which.itemId)
  if (item === undefined || item.retiredAt !== null) return null
  const body = findSoundBody(item)
  const asked = askedSchema.safeParse({ topic: item.topic, level: item.level, body })
  return asked.success ? asked.data : null
}
