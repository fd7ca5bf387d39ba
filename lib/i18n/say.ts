import { createTranslator } from 'next-intl'
import { loadMessages } from './messages'
import type { Locale } from './routing'

/**
 * Says a text by its key, with its arguments, in one language. The keys of the machine's words are made from its names
 * (lib/tcp/word-key.ts), so they are no literals that the compiler could check; tests check that all of them exist.
 */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

const sayings = new Map<Locale, Promise<Say>>()

/** The texts of one language; made once per process, for it is asked on every answer. */
export function loadSay(locale: Locale): Promise<Say> {
  const known = sayings.get(locale)
  if (known !== undefined) return known
  const made = makeSay(locale)
  sayings.set(locale, made)
  return made
}

async function makeSay(locale: Locale): Promise<Say> {
  const translate: unknown = createTranslator({ locale, messages: await loadMessages(locale) })
  return translate as Say
}
