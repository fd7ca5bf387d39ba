import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { deriveBank } from '../items/bank'
import { layOut, type Questions } from '../items/diagnosis/choose-question'
import { spreadsOf } from '../items/diagnosis/information'
import { bankVersion, listActiveItems } from './active-items'
import { database } from './database'

type Held = { readonly version: string; readonly questions: Promise<Questions> }

// As in database.ts: each copy of this module that Next has bundled finds the same.
const held = globalThis as typeof globalThis & { timewaitBeliefQuestions?: Held }

/**
 * What may be asked to find out what somebody believes: the items of the bank that are in use, laid out by what they tell. It
 * takes a second or two, once, in turns with whatever else the server does; kept until the bank changes.
 */
export async function beliefQuestions(): Promise<Questions> {
  const { file, read } = await database()
  const version = JSON.stringify([file, read(bankVersion).get()])
  const before = held.timewaitBeliefQuestions
  if (before?.version === version) return before.questions
  const questions = lay()
  held.timewaitBeliefQuestions = { version, questions }
  return questions
}

async function lay(): Promise<Questions> {
  const inUse = new Set((await listActiveItems()).map(({ id }) => id))
  const items = deriveBank().items.filter(({ id }) => inUse.has(id))
  for (const [index, { body }] of items.entries()) {
    spreadsOf(body)
    if (index % 8 === 7) await setImmediate()
  }
  return layOut(items)
}
