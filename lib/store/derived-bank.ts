import 'server-only'
import { createHash } from 'node:crypto'
import { deriveBank } from '../items/bank'
import type { DerivedBank } from './bank'

/** The bank that the machine derives, as it is stored, under the hash of all of it. */
export function derivedBank(): DerivedBank {
  const { facts, items } = deriveBank()
  const fingerprint = createHash('sha256').update(JSON.stringify({ facts, items })).digest('hex')
  return {
    facts,
    items: items.map(({ id, fact, topic, level, body }) => ({
      id,
      factId: fact,
      kind: body.kind,
      topic,
      level,
      body,
    })),
    fingerprint,
  }
}
