import { findSoundBody } from '@/lib/items/mark'
import { findItem } from '@/lib/store/item'
import { listAssignable } from '@/lib/store/teach/questions'
import { type Asked, askedSchema } from '@/lib/teach/authored'

/** What can be asked in a hall: an item of the bank, or a question of the course. */
export type Askable =
  | { readonly kind: 'item'; readonly itemId: string }
  | { readonly kind: 'question'; readonly questionId: string }

/** The question itself; null where it is not there, not the reader's to ask, or not sound any more. */
export async function findAskable(
  mine: { readonly userId: string; readonly courseId: string },
  which: Askable,
): Promise<Asked | null> {
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
