import { randomUUID } from 'node:crypto'
import { controlOf, isRightOption, offeredBy } from '../../../items/kinds/all'
import { findSoundBody } from '../../../items/mark'
import { type Given, showOptions } from '../../../items/shown'
import { rightAnswer } from '../../../items/verify'
import type { AssignmentSettings } from '../../../teach/assignment'
import { findExam } from '../../exam/exam'
import { handIn } from '../../exam/hand-in'
import { recordChange } from '../../exam/record-change'
import { startTry } from '../start-try'

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
