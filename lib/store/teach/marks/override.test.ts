import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assign } from '../room.testing'
import { stepAssignment } from '../save-assignment'
import {
  askedItems,
  later,
  type MarkedRoom,
  openMarkedRoom,
  opens,
  openWindow,
  pickedSettings,
  readPoints,
  sit,
} from './marks.testing'
import { listNotices, seeNotices } from './notice'
import { giveMark, listGiven } from './override'
import { findOwnMarks } from './own-marks'

const window = openWindow
const now = opens
const { first, second } = askedItems
let room: MarkedRoom
let [courseId, assignmentId] = ['', '']

beforeEach(async () => {
  room = await openMarkedRoom()
  ;({ courseId, assignmentId } = room)
})
afterEach(() => room.store.close())

describe('a mark by hand', () => {
  const give = {
    courseId: '',
    assignmentId: '',
    userId: 'teacher',
    studentId: 'ada',
    reason: 'A slip',
    comment: '',
    now,
  }
  const hand = (points: number | null, rest: Partial<typeof give> = {}) =>
    giveMark({ ...give, courseId, assignmentId, points, ...rest })

  test('counts over the tries, is kept with its reason, and can be taken back', async () => {
    await sit({ userId: 'ada', assignmentId, now }, [true, false])
    expect(await hand(350)).toEqual({ kind: 'given' })
    expect((await readPoints(courseId)).ada).toEqual([350])
    expect(await hand(null, { now: later(1), reason: 'Was right before' })).toEqual({ kind: 'given' })
    expect((await readPoints(courseId)).ada).toEqual([200])
    const history = await listGiven({ userId: 'teacher', courseId, studentId: 'ada' })
    expect(history.map(({ points: given, reason, by }) => [given, reason, by])).toEqual([
      [null, 'Was right before', 'Teacher'],
      [350, 'A slip', 'Teacher'],
    ])
  })

  test('is told to the student, without the mark', async () => {
    await hand(350)
    const [notice] = await listNotices('ada')
    expect(notice?.detail).toEqual({ kind: 'marked', courseId, assignmentId, title: 'Closing' })
    expect(await listNotices('eve')).toEqual([])
  })

  test.each([
    ['without a reason', 100, { reason: '' }, 'no reason'],
    ['of more than all points', 401, {}, 'too many points'],
    ['for somebody who is no student', 100, { studentId: 'teacher' }, 'no such student'],
    ['by an observer', 100, { userId: 'observer' }, 'no such student'],
    ['by a student', 100, { userId: 'ada' }, 'no such student'],
  ] as const)('is refused %s', async (_, given, rest, error) => {
    expect(await hand(given, rest)).toEqual({ kind: 'refused', error })
    expect(await listNotices('ada')).toEqual([])
  })

  test('a comment alone needs no reason, and the same again is no row', async () => {
    expect(await hand(null, { reason: '', comment: 'Well argued' })).toEqual({ kind: 'given' })
    expect(await hand(null, { reason: '', comment: 'Well argued' })).toEqual({ kind: 'given' })
    expect(await listGiven({ userId: 'teacher', courseId, studentId: 'ada' })).toHaveLength(1)
    expect(await listGiven({ userId: 'ada', courseId, studentId: 'ada' })).toEqual([])
  })
})

describe('a student’s own marks', () => {
  const own = async (at = later(60)) => await findOwnMarks({ userId: 'ada', courseId, now: at })

  test('are what the release says, in the total too', async () => {
    const settings = pickedSettings([first, second])
    const shown = { score: 'on release', answers: 'never', key: 'never', explanation: 'never' } as const
    const opensAt = later(1).getTime()
    const exam = await assign(courseId, { window: { ...window, opensAt }, settings: { ...settings, shown }, now })
    await sit({ userId: 'ada', assignmentId, now }, [true, true])
    await sit({ userId: 'ada', assignmentId: exam, now: later(1) }, [false, false])
    await giveMark({
      userId: 'teacher',
      courseId,
      assignmentId: exam,
      studentId: 'ada',
      points: 123,
      reason: 'r',
      comment: 'secret',
      now,
    })
    const before = await own()
    expect(before?.marks.map(({ mark, isHeldBack }) => [mark?.earned ?? null, isHeldBack])).toEqual([
      [400, false],
      [null, true],
    ])
    expect(before?.total?.permille).toBe(1000)
    expect(JSON.stringify(before, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
      /secret|123\b/,
    )
    await stepAssignment({ userId: 'teacher', assignmentId: exam }, 'released', later(61))
    const after = await own(later(62))
    expect(after?.marks.map(({ mark, comment }) => [mark?.earned, comment])).toEqual([
      [400, ''],
      [123, 'secret'],
    ])
  })

  test('are there for students alone', async () => {
    for (const userId of ['teacher', 'observer', 'mallory'])
      expect(await findOwnMarks({ userId, courseId, now })).toBeUndefined()
  })
})

describe('notices', () => {
  test('are seen by whose they are alone', async () => {
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
    const ids = (await listNotices('ada')).map(({ id }) => id)
    await seeNotices('eve', ids, now)
    expect(await listNotices('ada')).toHaveLength(1)
    await seeNotices('ada', ids, now)
    expect(await listNotices('ada')).toEqual([])
  })
})
