import { addressOf } from '@/lib/session/address-of'
import type { RequestHeaders } from '@/lib/session/session'
import { findLiveByCode, type LiveQuestion } from '@/lib/store/teach/live'
import { parseCode } from '@/lib/teach/door-code'
import { countWrongTries, type WrongTries } from '@/lib/teach/wrong-tries'

// The routes and the pages are bundled apart, and count together.
const held = globalThis as typeof globalThis & { timewaitWrongTries?: WrongTries }

/** A hall behind one address mistypes much; of over 300 million codes nobody finds one by so few. */
const limits = { most: 200, windowMs: 10 * 60_000, places: 10_000 } as const

export type FoundByCode =
  | { readonly kind: 'found'; readonly live: LiveQuestion }
  | { readonly kind: 'refused'; readonly error: 'no code' | 'no such question' | 'wait' }

/** The question behind what was typed as a code. Wrong codes are counted by the address that they come from. */
export async function findByCode(typed: string, headers: RequestHeaders): Promise<FoundByCode> {
  held.timewaitWrongTries ??= countWrongTries(limits)
  const code = parseCode(typed)
  if (code === undefined) return { kind: 'refused', error: 'no code' }
  const from = addressOf(headers)
  const now = Date.now()
  if (held.timewaitWrongTries.isOver(from, now)) return { kind: 'refused', error: 'wait' }
  const live = await findLiveByCode(code)
  if (live !== undefined) return { kind: 'found', live }
  held.timewaitWrongTries.note(from, now)
  return { kind: 'refused', error: 'no such question' }
}
