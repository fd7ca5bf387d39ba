import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findExam } from '../../exam/exam'
import { later, type MarkedRoom, openMarkedRoom, opens, readPoints, regrade, sit, withdrawFirst } from './marks.testing'
import { listNotices } from './notice'
import { giveMark } from './override'
import { dropRegrade, keepRegrade, listRegrades, previewRegrade } from './regrade'
import { readRegraded } from './regraded-paper'

const now = opens
let room: MarkedRoom
let [courseId, assignmentId] = ['', '']

beforeEach(async () => {
  room = await openMarkedRoom()
  ;({ courseId, assignmentId } = room)
})
afterEach(() => room.store.close())

describe('a regrade', () => {
  beforeEach(async () => {
    await sit({ userId: 'ada', assignmentId, now }, [false, true])
    await sit({ userId: 'eve', assignmentId, now }, [true, false])
  })
  const place = () => ({ userId: 'teacher', courseId, assignmentId, rule: withdrawFirst, now: later(90) })

  test('is previewed for each student, and does nothing by that', async () => {
    const preview = await previewRegrade(place())
    const shown = preview?.changes.map(({ userId, before, after }) => [userId, before?.earned, after?.earned])
    expect(shown).toEqual([
      ['ada', 200, 400],
      ['eve', 200, 200],
    ])
    expect(await readPoints(courseId)).toEqual({ ada: [200], eve: [200] })
    expect(await listRegrades(place())).toEqual([])
  })

  test('is kept with what it changed, and told to those alone', async () => {
    expect(await regrade(room, withdrawFirst)).toEqual({ kind: 'kept', changed: 1 })
    expect(await readPoints(courseId)).toEqual({ ada: [400], eve: [200] })
    expect((await listNotices('ada')).map(({ detail }) => detail.kind)).toEqual(['regraded'])
    expect(await listNotices('eve')).toEqual([])
    expect(await listRegrades(place())).toMatchObject([
      { rule: withdrawFirst, changed: 1, by: 'Teacher', kept: { reason: 'Two options are right' } },
    ])
  })

  test('that withdraws a question for nobody leaves it in the paper, with what was answered and the reason', async () => {
    const attemptId = await sit({ userId: 'ada', assignmentId, now: later(10) }, [false, true])
    const withdrawn = async () => {
      const exam = await findExam({ userId: 'ada', attemptId, now: later(95) })
      return exam && (await readRegraded(exam))
    }
    expect((await withdrawn())?.why.size).toBe(0)
    await regrade(room, { ...withdrawFirst, points: 'nobody' })
    const found = await withdrawn()
    expect([...(found?.why ?? [])]).toEqual([[0, { points: 'nobody', reason: 'Two options are right' }]])
    expect(found?.uncounted).toMatchObject([{ position: 0, credit: 0, answer: { form: 'choice' } }])
    const [kept] = await listRegrades(place())
    await regrade(room, { kind: 'take back', regradeId: kept?.kept?.id ?? '' }, later(95))
    expect((await withdrawn())?.why.size).toBe(0)
  })

  test('that is not kept leaves a line in the record and no effect', async () => {
    await dropRegrade({ ...place(), changed: 1 })
    expect(await readPoints(courseId)).toEqual({ ada: [200], eve: [200] })
    expect(await listRegrades(place())).toMatchObject([{ rule: withdrawFirst, changed: 1, kept: null }])
    expect(await listNotices('ada')).toEqual([])
  })

  test('is undone by another one that takes the rule back, and both stay', async () => {
    await regrade(room, withdrawFirst)
    const [kept] = await listRegrades(place())
    expect(await regrade(room, { kind: 'take back', regradeId: kept?.kept?.id ?? '' }, later(95))).toMatchObject({
      changed: 1,
    })
    expect(await readPoints(courseId)).toEqual({ ada: [200], eve: [200] })
    expect(await listRegrades(place())).toHaveLength(2)
  })

  test('is refused where somebody has handed in since the preview', async () => {
    const preview = await previewRegrade(place())
    await sit({ userId: 'ada', assignmentId, now: later(30) }, [true, true])
    const decided = { ...place(), digest: preview?.digest ?? '', reason: 'r' }
    expect(await keepRegrade(decided)).toEqual({ kind: 'refused', error: 'changed meanwhile' })
    expect(await listRegrades(place())).toEqual([])
  })

  test('is for who releases alone, and for the course of the assignment', async () => {
    for (const userId of ['observer', 'ada', 'mallory']) {
      expect(await previewRegrade({ ...place(), userId })).toBeUndefined()
      expect(await keepRegrade({ ...place(), userId, digest: '', reason: '' })).toMatchObject({ kind: 'refused' })
      expect(await dropRegrade({ ...place(), userId, changed: 1 })).toMatchObject({ kind: 'refused' })
      expect(await listRegrades({ ...place(), userId })).toEqual([])
    }
    expect(await previewRegrade({ ...place(), courseId: 'another' })).toBeUndefined()
  })

  test('leaves a mark by hand alone', async () => {
    await giveMark({
      userId: 'teacher',
      courseId,
      assignmentId,
      studentId: 'ada',
      points: 50,
      reason: 'r',
      comment: '',
      now,
    })
    expect(await regrade(room, withdrawFirst)).toEqual({ kind: 'kept', changed: 0 })
    expect((await readPoints(courseId)).ada).toEqual([50])
  })
})
