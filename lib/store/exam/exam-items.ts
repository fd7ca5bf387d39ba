import 'server-only'
import { z } from 'zod'
import { type Candidate, pathLengthOf } from '../../assessment/strata'
import { type Body, bodySchema } from '../../items/item'
import { controlOf } from '../../items/kinds/all'
import { topics } from '../../items/topics'
import { bankVersion } from '../active-items'
import { jsonColumn } from '../columns'
import { type Database, database } from '../database'

/** An item that can be drawn, with what is frozen of it. */
export type ExamItem = Candidate & {
  readonly version: number
  readonly body: Body
  /** A teacher's question: its id is that of a version of it, and it is in no bank. */
  readonly isAuthored?: boolean
}

const row = z.object({
  id: z.string(),
  factId: z.string(),
  topic: z.enum(topics),
  level: z.literal([1, 2, 3]),
  version: z.number(),
  body: jsonColumn.pipe(bodySchema),
})

type Held = { readonly version: string; readonly items: readonly ExamItem[] }

const heldFor = new WeakMap<Database, Held>()

/**
 * Every item that an exam may draw, with its stratum; worked out once per bank, for a room starts in the same minute. What
 * does not parse is left out.
 */
export async function listExamItems(): Promise<readonly ExamItem[]> {
  const opened = await database()
  const version = JSON.stringify(opened.read(bankVersion).get())
  const held = heldFor.get(opened)
  if (held !== undefined && held.version === version) return held.items
  const rows = opened
    .read('SELECT id, "factId", topic, level, version, body FROM "Item" WHERE "retiredAt" IS NULL ORDER BY id')
    .all()
  const items = rows.flatMap((columns) => {
    const parsed = row.safeParse(columns)
    if (!parsed.success) return []
    const { factId: fact, body, ...item } = parsed.data
    return [{ ...item, fact, body, pathLength: pathLengthOf(body), form: controlOf(body) }]
  })
  heldFor.set(opened, { version, items })
  return items
}
