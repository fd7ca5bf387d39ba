import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { deriveBank } from '../items/bank'
import { layOut, type Questions } from '../items/diagnosis/choose-question'
import { spreadsOf } from '../items/diagnosis/information'
import { listActiveItems } from './active-items'

type Held = { readonly of: readonly unknown[]; readonly questions: Promise<Questions> }

let held: Held | undefined

/**
 * What may be asked to find out what somebody believes: the items of the bank that are in use, laid out by what they tell. It
 * takes a second or two, once, in turns with whatever else the server does; kept until the bank changes.
 */
export async function beliefQuestions(): Promise<Questions> {
  const active = await listActiveItems()
  if (held?.of !== active) held = { of: active, questions: lay(new Set(active.map(({ id }) => id))) }
  return held.questions
}

async function lay(inUse: ReadonlySet<string>): Promise<Questions> {
  const items = deriveBank().items.filter(({ id }) => inUse.has(id))
  for (const [index, { body }] of items.entries()) {
    spreadsOf(body)
    if (index % 8 === 7) await setImmediate()
  }
  return layOut(items)
}
