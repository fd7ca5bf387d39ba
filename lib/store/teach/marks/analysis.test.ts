import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deriveBank } from '../../../items/bank'
import { findAnalysis, findCourseAnalysis } from './analysis'
import { askedItems, later, type MarkedRoom, openMarkedRoom, opens, regrade, sit, withdrawFirst } from './marks.testing'
import { listNotices } from './notice'
import { makeReviewSet } from './review-set'

const now = opens
const { first, second } = askedItems
let room: MarkedRoom
let [courseId, assignmentId] = ['', '']

beforeEach(async () => {
  room = await openMarkedRoom()
  ;({ courseId, assignmentId } = room)
})
afterEach(() => room.store.close())

describe('the analysis of an assignment', () => {
  test('takes the first paper of each student, by the rules in force', async () => {
    await sit({ userId: 'ada', assignmentId, now }, [false, true])
    await sit({ userId: 'ada', assignmentId, now: later(5) }, [true, true])
    await sit({ userId: 'eve', assignmentId, now }, [true, null])
    await sit({ userId: 'teacher', assignmentId, now }, [true, true])
    const analyse = async (userId = 'teacher') => await findAnalysis({ userId, courseId, assignmentId })
    const found = await analyse()
    expect(found?.analysis.papers).toBe(2)
    const of = (id: string) => found?.analysis.items.find(({ itemId }) => itemId === id)
    expect(of(first)?.statistics).toMatchObject({ shown: 2, facility: 0.5, took: { ms: 10_000, of: 2 } })
    expect(of(second)).toMatchObject({ statistics: { shown: 2, omitted: 1 }, choices: { omittedAll: 1 } })
    await regrade(room, { ...withdrawFirst, points: 'nobody' })
    expect((await analyse())?.analysis.items.map(({ itemId }) => itemId)).toEqual([second])
    for (const userId of ['observer', 'ada', 'mallory']) expect(await analyse(userId)).toBeUndefined()
    const all = await findCourseAnalysis({ userId: 'teacher', courseId })
    expect(all?.facts.map(({ shown }) => shown)).toEqual([2])
    expect(await findCourseAnalysis({ userId: 'ada', courseId })).toBeUndefined()
  })
})

describe('the facts of a course', () => {
  test('come of the kept credits, by the rules in force, as the analysis has them', async () => {
    await sit({ userId: 'ada', assignmentId, now }, [false, true])
    await sit({ userId: 'ada', assignmentId, now: later(5) }, [true, true])
    await sit({ userId: 'eve', assignmentId, now }, [true, null])
    const facts = async () => (await findCourseAnalysis({ userId: 'teacher', courseId }))?.facts ?? []
    const analysed = async () =>
      (await findAnalysis({ userId: 'teacher', courseId, assignmentId }))?.analysis.facts.map(
        ({ fact, statistics }) => {
          const { shown, facility, guess } = statistics
          return { fact, shown, facility, guess, course: [{ assignmentId, facility, shown }] }
        },
      ) ?? []
    const byName = (list: readonly { readonly fact: string }[]) => list.toSorted((a, b) => (a.fact < b.fact ? -1 : 1))
    expect(byName(await facts())).toEqual(byName(await analysed()))
    expect((await facts()).map(({ shown }) => shown)).toEqual([2, 2])
    await regrade(room, { ...withdrawFirst, points: 'nobody' })
    expect(byName(await facts())).toEqual(byName(await analysed()))
    expect((await facts()).map(({ shown }) => shown)).toEqual([2])
  })
})

describe('a review set for a class', () => {
  test('makes cards for every student who has not got them, and tells them', async () => {
    const [fact = '', other = ''] = deriveBank().facts.map(({ id }) => id)
    const set = { userId: 'teacher', courseId, assignmentId, belief: 'figure-5-is-complete', now }
    for (const userId of ['observer', 'ada', 'mallory'])
      expect(await makeReviewSet({ ...set, userId, factIds: [fact] })).toMatchObject({ kind: 'refused' })
    expect(await makeReviewSet({ ...set, factIds: [fact] })).toEqual({ kind: 'made', students: 2, cards: 2 })
    expect(await makeReviewSet({ ...set, factIds: [fact, other] })).toEqual({ kind: 'made', students: 2, cards: 2 })
    expect(await makeReviewSet({ ...set, factIds: [fact, other] })).toEqual({ kind: 'made', students: 0, cards: 0 })
    expect((await listNotices('ada')).map(({ detail }) => detail.kind)).toEqual(['review set', 'review set'])
    expect(await listNotices('teacher')).toEqual([])
  })
})
