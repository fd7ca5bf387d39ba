import { randomUUID } from 'node:crypto'
import { deriveBank } from '../../../items/bank'
import { controlOf, isRightOption, offeredBy } from '../../../items/kinds/all'
import { findSoundBody } from '../../../items/mark'
import { type Given, showOptions } from '../../../items/shown'
import { rightAnswer } from '../../../items/verify'
import type { AssignmentSettings } from '../../../teach/assignment'
import { seedBank } from '../../bank'
import { derivedBank } from '../../derived-bank'
import { findExam } from '../../exam/exam'
import { handIn } from '../../exam/hand-in'
import { recordChange } from '../../exam/record-change'
import { openTemporaryStore, type TemporaryStore } from '../../temporary-store'
import { addAccount, addMember, assign, openCourse } from '../room.testing'
import { startTry } from '../start-try'
import { findGradebook } from './gradebook'
import { keepRegrade, previewRegrade, type RegradeKept } from './regrade'

/** For tests: settings of two picked choices for 2 points each, as many tries as one likes, everything shown at once. */
export function pickedSettings(itemIds: readonly string[]): Partial<AssignmentSettings> {
  return {
    blueprint: null,
    picked: itemIds.map((itemId) => ({ itemId, points: 2 })),
    isShuffled: false,
    tries: 3,
    minutes: null,
    lessPerDayLate: 0,
    shown: { score: 'at once', answers: 'at once', key: 'at once', explanation: 'at once' },
  }
}

/** What the browser sends for a right or a wrong answer to a choice. */
function givenTo(item: Parameters<typeof findSoundBody>[0], seed: number, isRight: boolean): Given {
  const body = findSoundBody(item)
  if (body === null || controlOf(body) !== 'choice' || rightAnswer(body) === null) throw new Error('Not a choice')
  const option = offeredBy(body).find((one) => isRightOption(body, one) === isRight)
  return { choice: showOptions(body, seed).indexOf(option ?? '') }
}

/** For tests: somebody sits an assignment of choices, with these answers right, and hands in. Null leaves a question open. */
export async function sit(
  key: { readonly userId: string; readonly assignmentId: string; readonly now: Date },
  answers: readonly (boolean | null)[],
): Promise<string> {
  const { userId, assignmentId, now } = key
  const started = await startTry({
    ...{ userId, assignmentId, now, password: '', isHonoured: true, isFromNetwork: () => true },
  })
  if (!('attemptId' in started)) throw new Error(JSON.stringify(started))
  const { attemptId } = started
  const exam = await findExam({ userId, attemptId, now })
  for (const { position, item, seed } of exam?.paper ?? []) {
    const isRight = answers[position]
    if (isRight === undefined || isRight === null) continue
    const value = givenTo(item, seed, isRight)
    const change = { kind: 'draft', id: randomUUID(), by: 'page', position, revision: 1, value } as const
    const at = new Date(now.getTime() + 10_000 * (position + 1))
    const recorded = await recordChange({ userId, attemptId, now: at }, change)
    if (recorded.kind === 'refused') throw new Error(recorded.error)
  }
  const finished = await handIn({ userId, attemptId, now: new Date(now.getTime() + 60_000) }, randomUUID())
  if (finished.kind === 'refused') throw new Error(finished.error)
  return attemptId
}

const bank = derivedBank()
const [first = '', second = ''] = deriveBank()
  .items.filter(({ body }) => controlOf(body) === 'choice')
  .map(({ id }) => id)

export type MarkedRoom = { readonly store: TemporaryStore; readonly courseId: string; readonly assignmentId: string }

/** For tests: when the homework of the room opens. */
export const opens = new Date('2026-11-23T08:00:00.000Z')

/** For tests: so many minutes after it. */
export const later = (minutes: number) => new Date(opens.getTime() + minutes * 60_000)

/** For tests: open for twenty hours, due after ten. */
export const openWindow = {
  opensAt: opens.getTime(),
  dueAt: later(600).getTime(),
  closesAt: later(1200).getTime(),
}

/** For tests: the items of the homework, two choices. */
export const askedItems = { first, second }

/** For tests: withdraws the first one, for everybody's points. */
export const withdrawFirst = { kind: 'withdraw', itemId: first, version: 1, points: 'everybody' } as const

/** For tests: a store with a course of room.testing.ts, an observer, and a homework of two choices. */
export async function openMarkedRoom(): Promise<MarkedRoom> {
  const store = await openTemporaryStore()
  await seedBank(bank, opens)
  const courseId = await openCourse(store.database, opens)
  const settings = pickedSettings([first, second])
  const assignmentId = await assign(courseId, { kind: 'homework', window: openWindow, settings, now: opens })
  await addAccount(store.database, 'observer')
  await addMember(store.database, courseId, 'observer', 'observer', opens)
  return { store, courseId, assignmentId }
}

/** For tests: the points of each student at each assignment, by name. */
export async function readPoints(courseId: string, at = later(60)): Promise<Record<string, (number | null)[]>> {
  const found = await findGradebook({ userId: 'teacher', courseId, now: at })
  return Object.fromEntries(
    (found?.students ?? []).map(({ userId, cells }) => [userId, cells.map(({ mark }) => mark?.earned ?? null)]),
  )
}

/** For tests: keeps a regrade as it is previewed at that moment. */
export async function regrade(
  { courseId, assignmentId }: MarkedRoom,
  rule: Parameters<typeof previewRegrade>[0]['rule'],
  now = later(90),
): Promise<RegradeKept> {
  const place = { userId: 'teacher', courseId, assignmentId, rule, now }
  const preview = await previewRegrade(place)
  if (preview === undefined) throw new Error('No preview')
  return await keepRegrade({ ...place, digest: preview.digest, reason: 'Two options are right' })
}
