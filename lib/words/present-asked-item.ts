import type { Say } from '../i18n/say'
import { findSoundBody, type Stored } from '../items/mark'
import { askedSchema } from '../teach/authored'
import { questionLine, unmarked } from './question-line'

/** A question in one line without marks of code, for a list to choose from; null where its item is not sound any more. */
export function askedItemLine(
  say: Say,
  item: Stored & { readonly topic: string; readonly level: number },
): string | null {
  const asked = askedSchema.safeParse({ topic: item.topic, level: item.level, body: findSoundBody(item) })
  return asked.success ? unmarked(questionLine(say, asked.data)) : null
}
