import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addAccount, addMember } from '../room.testing'
import { askedItems, type MarkedRoom, openMarkedRoom, opens, sit } from './marks.testing'
import { listNotices } from './notice'
import { answerReport, listOwnReports, listReports, reportQuestion } from './report'

const now = opens
const { first } = askedItems
let room: MarkedRoom
let [courseId, assignmentId] = ['', '']

beforeEach(async () => {
  room = await openMarkedRoom()
  ;({ courseId, assignmentId } = room)
})
afterEach(() => room.store.close())

describe('a report', () => {
  test('is made once for a question of one’s own, and carries the paper to staff', async () => {
    const attemptId = await sit({ userId: 'ada', assignmentId, now }, [false, true])
    const report = { userId: 'ada', attemptId, position: 0, text: 'Both are right', now }
    expect(await reportQuestion(report)).toEqual({ kind: 'reported' })
    expect(await reportQuestion(report)).toEqual({ kind: 'refused', error: 'reported already' })
    for (const wrong of [{ position: 7 }, { userId: 'eve' }, { userId: 'teacher' }])
      expect(await reportQuestion({ ...report, ...wrong })).toEqual({ kind: 'refused', error: 'no such question' })
    const listed = await listReports({ userId: 'teacher', courseId })
    expect(listed?.reports).toMatchObject([{ text: 'Both are right', student: 'Name of ada', position: 0 }])
    expect(listed?.reports[0]?.paper.paper[0]?.item.id).toBe(first)
    for (const userId of ['observer', 'ada', 'mallory']) expect(await listReports({ userId, courseId })).toBeUndefined()
  })

  test('is answered by an assistant as one that stays; to withdraw the question is for who regrades', async () => {
    await addAccount(room.store.database, 'assistant')
    await addMember(room.store.database, courseId, 'assistant', 'assistant', now)
    const attemptId = await sit({ userId: 'ada', assignmentId, now }, [false, true])
    await reportQuestion({ userId: 'ada', attemptId, position: 0, text: 'Both are right', now })
    const [report] = (await listReports({ userId: 'assistant', courseId }))?.reports ?? []
    const answering = { userId: 'assistant', courseId, reportId: report?.id ?? '', answer: 'No', now }
    const refused = { kind: 'refused', error: 'no such report' }
    expect(await answerReport({ ...answering, outcome: 'withdrawn' })).toEqual(refused)
    expect(await listNotices('ada')).toEqual([])
    expect(await answerReport({ ...answering, outcome: 'kept' })).toMatchObject({ kind: 'answered' })
  })

  test('is answered once, and its maker is told', async () => {
    const attemptId = await sit({ userId: 'ada', assignmentId, now }, [false, true])
    await reportQuestion({ userId: 'ada', attemptId, position: 0, text: 'Both are right', now })
    const [report] = (await listReports({ userId: 'teacher', courseId }))?.reports ?? []
    const answering = {
      userId: 'teacher',
      courseId,
      reportId: report?.id ?? '',
      outcome: 'withdrawn',
      answer: 'So it is',
      now,
    } as const
    for (const userId of ['observer', 'eve', 'mallory'])
      expect(await answerReport({ ...answering, userId })).toEqual({ kind: 'refused', error: 'no such report' })
    expect(await answerReport(answering)).toEqual({
      kind: 'answered',
      assignmentId,
      item: { itemId: first, version: 1 },
    })
    expect(await answerReport(answering)).toEqual({ kind: 'refused', error: 'answered already' })
    const [notice] = await listNotices('ada')
    expect(notice?.detail).toMatchObject({
      kind: 'report answered',
      outcome: 'withdrawn',
      answer: 'So it is',
      position: 0,
    })
    expect((await listOwnReports({ userId: 'ada', attemptId })).get(0)).toMatchObject({ outcome: 'withdrawn' })
    expect((await listOwnReports({ userId: 'eve', attemptId })).size).toBe(0)
  })
})
