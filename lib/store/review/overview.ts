import 'server-only'
import { z } from 'zod'
import { type ReadySet, readySets } from '../../review/ready-sets'
import type { Settings } from '../../review/settings'
import { type Coming, type Waiting, whatComes } from '../../review/what-comes'
import { instantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { factIdsOf } from './fact-ids-of'
import { findLearner } from './learner'
import { findNextAsked, type NextAsked } from './next-asked'
import { countResting } from './resting'
import { type Backlog, findBacklog } from './spread-backlog'

/** How many cards of a ready set there are, and how many of them a learner has taken up. */
export type HeldSet = { readonly set: ReadySet; readonly count: number; readonly taken: number }

/** What the page of the review shows. */
export type ReviewOverview = {
  readonly left: { readonly due: number; readonly fresh: number; readonly steps: number }
  readonly asked: NextAsked['asked']
  readonly cards: number
  /** What comes next, once nothing is asked any more. */
  readonly coming: Coming
  readonly sets: readonly HeldSet[]
  readonly backlog: Backlog
  /** Cards that rest because they were forgotten too often. */
  readonly resting: number
}

type Asking = {
  readonly userId: string | undefined
  readonly settings: Settings
  readonly foundTimeZone: string | undefined
  readonly now: Date
}

/** What is to be reviewed now, when the next card comes, and what could be taken up. Somebody unknown has nothing yet. */
export async function findReviewOverview({ userId, settings, foundTimeZone, now }: Asking): Promise<ReviewOverview> {
  if (userId === undefined)
    return {
      left: { due: 0, fresh: 0, steps: 0 },
      asked: undefined,
      cards: 0,
      coming: { kind: 'nothing' },
      sets: setsOf(new Set()),
      backlog: { due: 0, overdue: 0, postponed: 0 },
      resting: 0,
    }
  const { read } = await database()
  const learner = await findLearner({ userId, settings, foundTimeZone, now })
  const { waiting, asked } = await findNextAsked(userId, learner, now)
  const held = heldFacts(read, userId)
  return {
    left: { due: waiting.due, fresh: waiting.fresh, steps: waiting.steps + waiting.soon },
    asked,
    cards: Number(countCards(read).get(userId)),
    coming: whatComes(findWaiting(read, userId, now), { ...settings, ...learner }),
    sets: setsOf(held),
    backlog: await findBacklog({ userId, today: learner.today }),
    resting: await countResting(userId),
  }
}

/** A deleted note is a card no more, though its log is kept. */
const countCards = (read: Prepare) =>
  read<[string]>(
    `SELECT count(*) FROM "Card" c LEFT JOIN "Note" n ON n.id = c."noteId"
     WHERE c."userId" = ? AND n."deletedAt" IS NULL`,
  ).pluck()

const waitingRow = z.object({ stepAt: instantColumn.nullable(), dueOn: z.number().nullable(), fresh: z.number() })

function findWaiting(read: Prepare, userId: string, now: Date): Waiting {
  const row = read<[string]>(
    `SELECT min("dueAt") AS "stepAt", min(max("dueDay", coalesce("postponedTo", "dueDay"))) AS "dueOn",
       count(*) FILTER (WHERE phase IS NULL) AS fresh
     FROM "Card" WHERE "userId" = ? AND "suspendedAt" IS NULL AND "restedAt" IS NULL`,
  ).get(userId)
  const { stepAt, ...waiting } = waitingRow.parse(row)
  return { ...waiting, stepInMs: stepAt === null ? null : stepAt.getTime() - now.getTime() }
}

function heldFacts(read: Prepare, userId: string): ReadonlySet<string> {
  const rows = read<[string]>('SELECT "factId" FROM "Card" WHERE "userId" = ? AND "factId" IS NOT NULL')
    .pluck()
    .all(userId)
  return new Set(z.array(z.string()).parse(rows))
}

function setsOf(held: ReadonlySet<string>): readonly HeldSet[] {
  return readySets.map((set) => {
    const factIds = factIdsOf(set)
    return { set, count: factIds.length, taken: factIds.filter((id) => held.has(id)).length }
  })
}
