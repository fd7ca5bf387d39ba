import type { Answer } from './answer'
import { freshBody } from './fresh'
import { type Body, bodySchema } from './item'
import { scoreAnswer } from './kinds/all'
import { type Given, readGiven, showOptions } from './shown'
import { verifyItem } from './verify'

/** A stored item as marking takes it: its body is whatever the store holds, or what was made of it to order. */
export type Stored = {
  readonly id: string
  readonly version: number
  readonly body: unknown
  readonly isMade?: boolean
}

const sound = new Map<string, Body | null>()

/**
 * The body of a stored item, proved against the machine; null where it does not parse or its key can't be worked out
 * from the machine any more: such an item is never marked. Proved once per item and version; a body made to order each time.
 */
export function findSoundBody({ id, version, body, isMade = false }: Stored): Body | null {
  if (isMade) return prove(id, body)
  const name = `${version} ${id}`
  const known = sound.get(name)
  if (known !== undefined) return known
  const proved = prove(id, body)
  sound.set(name, proved)
  return proved
}

function prove(id: string, body: unknown): Body | null {
  return verifyItem({ id, body }).length === 0 ? bodySchema.parse(body) : null
}

export type Marked =
  | {
      readonly kind: 'marked'
      readonly body: Body
      readonly shown: readonly string[]
      readonly answer: Answer
      readonly right: boolean
    }
  /** The item is not sound, or the answer does not fit what was shown. */
  | { readonly kind: 'refused'; readonly error: 'withdrawn' | 'invalid' }

/** Marks what the browser sent about an item that was shown with this seed. */
export function markGiven(stored: Stored, seed: number, given: Given): Marked {
  const body = findSoundBody(stored)
  return body === null ? { kind: 'refused', error: 'withdrawn' } : markBody(body, seed, given)
}

/** The fresh form (fresh.ts) of a stored item about this fact; null where it, or the item itself, is not sound. */
export function findFreshBody(stored: Stored, fact: string, seed: number): Body | null {
  const body = findSoundBody(stored)
  if (body === null) return null
  const fresh = freshBody(body, fact, seed)
  return verifyItem({ id: stored.id, body: fresh }).length === 0 ? fresh : null
}

/** Marks what the browser sent about a sound body that was shown with this seed. */
export function markBody(body: Body, seed: number, given: Given): Marked {
  const shown = showOptions(body, seed)
  const answer = readGiven(body, shown, given)
  if (answer === null) return { kind: 'refused', error: 'invalid' }
  return { kind: 'marked', body, shown, answer, right: scoreAnswer(body, answer) }
}

/** Whether what the browser sent fits what it was shown; of an item that is not sound nothing does. */
export function fitsShown(stored: Stored, seed: number, given: Given): boolean {
  const body = findSoundBody(stored)
  return body !== null && readGiven(body, showOptions(body, seed), given) !== null
}
