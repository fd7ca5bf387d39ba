import type { Answer } from '../items/answer'
import { deriveBank } from '../items/bank'
import type { Item } from '../items/item'
import { controlOf, isRightOption, offeredBy } from '../items/kinds/all'
import type { MarkedPaper, MarkedQuestion } from './marked-paper'

const { items } = deriveBank()
const byControl = new Map<string, readonly Item[]>()

/** The `nth` item of the bank of a way of answering. */
export function itemOf(control: ReturnType<typeof controlOf>, nth = 0): Item {
  const known = byControl.get(control) ?? items.filter(({ body }) => controlOf(body) === control)
  byControl.set(control, known)
  const found = known[nth]
  if (found === undefined) throw new Error(`No item ${nth} of "${control}"`)
  return found
}

/** The first right and the first wrong option of an item. */
export function optionsOf({ body }: Item): { readonly right: string; readonly wrong: string } {
  const [right, wrong] = [true, false].map((isRight) =>
    offeredBy(body).find((one) => isRightOption(body, one) === isRight),
  )
  if (right === undefined || wrong === undefined) throw new Error('No such option')
  return { right, wrong }
}

/** A question of a marked paper about this item. */
export function questionOf(item: Item, credit: number, rest: Partial<MarkedQuestion> = {}): MarkedQuestion {
  const { right, wrong } = optionsOf(item)
  const answer: Answer = { form: 'choice', option: credit === 100 ? right : wrong }
  const { id: itemId, fact, topic, level, body } = item
  return {
    position: 0,
    itemId,
    version: 1,
    fact,
    topic,
    level,
    pathLength: 'one step',
    body,
    points: 1,
    credit,
    answer,
    tookMs: null,
    ...rest,
  }
}

/** Papers of choices from a table of credits: a row for each student, a column for each item of the bank. */
export function papersOf(credits: readonly (readonly number[])[]): readonly MarkedPaper[] {
  return credits.map((row, student) => ({
    student: `student ${student}`,
    questions: row.map((credit, position) => questionOf(itemOf('choice', position), credit, { position })),
  }))
}
