import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deriveBank } from '../../../items/bank'
import { controlOf } from '../../../items/kinds/all'
import { seedBank } from '../../bank'
import { derivedBank } from '../../derived-bank'
import { openTemporaryStore, type TemporaryStore } from '../../temporary-store'
import { addAccount, addMember, assign, openCourse } from '../room.testing'
import { stepAssignment } from '../save-assignment'
import { findAnalysis, findCourseAnalysis } from './analysis'
import { findGradebook } from './gradebook'
import { pickedSettings, sit } from './marks.testing'
import { listNotices, seeNotices } from './notice'
import { giveMark, listGiven } from './override'
import { findOwnMarks } from './own-marks'
import { dropRegrade, keepRegrade, listRegrades, previewRegrade } from './regrade'
import { answerReport, listOwnReports, listReports, reportQuestion } from './report'
import { makeReviewSet } from './review-set'
import { saveMarking } from './save-marking'

const now = new Date('2026-11-23T08:00:00.000Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const bank = derivedBank()
const [first = '', second = ''] = deriveBank()
  .items.filter(({ body }) => controlOf(body) === 'choice')
  .map(({ id }) => id)
const window = { opensAt: now.getTime(), dueAt: later(600).getTime(), closesAt: later(1200).getTime() }

let store: TemporaryStore
let courseId: string
let assignmentId: string

beforeEach(async () => {
  store = await openTemporaryStore()
  await seedBank(bank, now)
  courseId = await openCourse(store.database, now)
  assignmentId = await assign(courseId, { kind: 'homework', window, settings: pickedSettings([first, second]), now })
  await addAccount(store.database, 'observer')
  await addMember(store.database, courseId, 'observer', 'observer', now)
})
afterEach(() => store.close())

const book = async (userId = 'teacher', at = later(60)) => await findGradebook({ userId, courseId, now: at })

/** The points of each student at each assignment, by name. */
async function points(at = later(60)) {
  const found = await book('teacher', at)
  return Object.fromEntries(
    (found?.students ?? []).map(({ userId, cells }) => [userId, cells.map(({ mark }) => mark?.earned ?? null)]),
  )
}

const withdraw = { kind: 'withdraw', itemId: first, version: 1, points: 'everybody' } as const

async function regrade(rule: Parameters<typeof previewRegrade>[0]['rule'], at = later(90)) {
  const place = { userId: 'teacher', courseId, assignmentId, rule, now: at }
  const preview = await previewRegrade(place)
  if (preview === undefined) throw new Error('No preview')
  return await keepRegrade({ ...place, digest: preview.digest, reason: 'Two options are right' })
}

describe('the gradebook', () => {
  test('has the points of every student, and none for who has not handed in yet', async () => {
    await sit({ userId: 'ada', assignmentId, now }, [true, false])
    expect(await points()).toEqual({ ada: [200], eve: [null] })
  })

  test('gives 0 to who has handed in nothing when it closes', async () => {
    expect(await points(later(1200))).toEqual({ ada: [0], eve: [0] })
  })

  test('counts the best try, and keeps no try of staff', async () => {
    await sit({ userId: 'ada', assignmentId, now }, [true, true])
    await sit({ userId: 'ada', assignmentId, now: later(5) }, [false, null])
    await sit({ userId: 'teacher', assignmentId, now }, [true, true])
    expect(await points()).toEqual({ ada: [400], eve: [null] })
  })

  test('is there for staff and observers, and for nobody else', async () => {
    await addAccount(store.database, 'assistant')
    await addMember(store.database, courseId, 'assistant', 'assistant', now)
    const seen = await Promise.all(
      ['teacher', 'assistant', 'observer', 'ada', 'mallory'].map(async (userId) => (await book(userId)) !== undefined),
    )
    expect(seen).toEqual([true, true, true, false, false])
  })

  test('shows observers the pseudonyms where the course wants them', async () => {
    await store.database.prisma.course.update({ where: { id: courseId }, data: { names: 'pseudonym' } })
    expect((await book('observer'))?.students.map(({ name }) => name)).toEqual(['Alias of ada', 'Alias of eve'])
    expect((await book())?.students.map(({ name }) => name)).toEqual(['Name of ada', 'Name of eve'])
  })

  test('makes a total by the weights that the course has, which only who releases may set', async () => {
    const other = await assign(courseId, { kind: 'homework', window, settings: pickedSettings([first, second]), now })
    await sit({ userId: 'ada', assignmentId, now }, [true, false])
    await sit({ userId: 'ada', assignmentId: other, now }, [true, true])
    const total = async () => (await book())?.students.find(({ userId }) => userId === 'ada')?.total?.permille
    expect(await total()).toBe(750)
    const marking = { weights: { [other]: 3 }, dropLowest: 0 }
    expect(await saveMarking({ userId: 'ada', courseId, marking, now })).toMatchObject({ error: 'no such course' })
    expect(await saveMarking({ userId: 'observer', courseId, marking, now })).toMatchObject({ kind: 'refused' })
    expect(await saveMarking({ userId: 'teacher', courseId, marking, now })).toEqual({ kind: 'saved' })
    expect(await total()).toBe(875)
  })

  test('keeps scores that come out the same when they are thrown away', async () => {
    await sit({ userId: 'ada', assignmentId, now }, [true, false])
    await sit({ userId: 'eve', assignmentId, now }, [true, true])
    await regrade(withdraw)
    const before = await points()
    const rows = async () => await store.database.prisma.paperScore.findMany({ orderBy: { attemptId: 'asc' } })
    const kept = await rows()
    expect(kept).toHaveLength(2)
    await store.database.prisma.paperScore.deleteMany()
    expect(await points()).toEqual(before)
    expect(await rows()).toEqual(kept)
  })

  test('takes no kept score for one of another log or other rules', async () => {
    const attemptId = await sit({ userId: 'ada', assignmentId, now }, [true, false])
    await points()
    const spoil = (data: object) =>
      store.database.prisma.paperScore.update({ where: { attemptId }, data: { earned: 1, ...data } })
    await spoil({ events: 99 })
    expect((await points()).ada).toEqual([200])
    await spoil({ rules: 'others' })
    expect((await points()).ada).toEqual([200])
    // And one that holds is believed.
    await spoil({})
    expect((await points()).ada).toEqual([1])
  })
})

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
    expect((await points()).ada).toEqual([350])
    expect(await hand(null, { now: later(1), reason: 'Was right before' })).toEqual({ kind: 'given' })
    expect((await points()).ada).toEqual([200])
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

describe('a regrade', () => {
  beforeEach(async () => {
    await sit({ userId: 'ada', assignmentId, now }, [false, true])
    await sit({ userId: 'eve', assignmentId, now }, [true, false])
  })
  const place = () => ({ userId: 'teacher', courseId, assignmentId, rule: withdraw, now: later(90) })

  test('is previewed for each student, and does nothing by that', async () => {
    const preview = await previewRegrade(place())
    const shown = preview?.changes.map(({ userId, before, after }) => [userId, before?.earned, after?.earned])
    expect(shown).toEqual([
      ['ada', 200, 400],
      ['eve', 200, 200],
    ])
    expect(await points()).toEqual({ ada: [200], eve: [200] })
    expect(await listRegrades(place())).toEqual([])
  })

  test('is kept with what it changed, and told to those alone', async () => {
    expect(await regrade(withdraw)).toEqual({ kind: 'kept', changed: 1 })
    expect(await points()).toEqual({ ada: [400], eve: [200] })
    expect((await listNotices('ada')).map(({ detail }) => detail.kind)).toEqual(['regraded'])
    expect(await listNotices('eve')).toEqual([])
    expect(await listRegrades(place())).toMatchObject([
      { rule: withdraw, changed: 1, by: 'Teacher', kept: { reason: 'Two options are right' } },
    ])
  })

  test('that is not kept leaves a line in the record and no effect', async () => {
    await dropRegrade({ ...place(), changed: 1 })
    expect(await points()).toEqual({ ada: [200], eve: [200] })
    expect(await listRegrades(place())).toMatchObject([{ rule: withdraw, changed: 1, kept: null }])
    expect(await listNotices('ada')).toEqual([])
  })

  test('is undone by another one that takes the rule back, and both stay', async () => {
    await regrade(withdraw)
    const [kept] = await listRegrades(place())
    expect(await regrade({ kind: 'take back', regradeId: kept?.kept?.id ?? '' }, later(95))).toMatchObject({
      changed: 1,
    })
    expect(await points()).toEqual({ ada: [200], eve: [200] })
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
    expect(await regrade(withdraw)).toEqual({ kind: 'kept', changed: 0 })
    expect((await points()).ada).toEqual([50])
  })
})

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
    await regrade({ ...withdraw, points: 'nobody' })
    expect((await analyse())?.analysis.items.map(({ itemId }) => itemId)).toEqual([second])
    for (const userId of ['observer', 'ada', 'mallory']) expect(await analyse(userId)).toBeUndefined()
    const all = await findCourseAnalysis({ userId: 'teacher', courseId })
    expect(all?.facts.map(({ shown }) => shown)).toEqual([2])
    expect(await findCourseAnalysis({ userId: 'ada', courseId })).toBeUndefined()
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
