import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addAccount, addMember, assign } from '../room.testing'
import { findGradebook } from './gradebook'
import {
  askedItems,
  later,
  type MarkedRoom,
  openMarkedRoom,
  opens,
  openWindow,
  pickedSettings,
  readPoints,
  regrade,
  sit,
  withdrawFirst,
} from './marks.testing'
import { saveMarking } from './save-marking'

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

const book = async (userId = 'teacher', at = later(60)) => await findGradebook({ userId, courseId, now: at })

describe('the gradebook', () => {
  test('has the points of every student, and none for who has not handed in yet', async () => {
    await sit({ userId: 'ada', assignmentId, now }, [true, false])
    expect(await readPoints(courseId)).toEqual({ ada: [200], eve: [null] })
  })

  test('gives 0 to who has handed in nothing when it closes', async () => {
    expect(await readPoints(courseId, later(1200))).toEqual({ ada: [0], eve: [0] })
  })

  test('counts the best try, and keeps no try of staff', async () => {
    await sit({ userId: 'ada', assignmentId, now }, [true, true])
    await sit({ userId: 'ada', assignmentId, now: later(5) }, [false, null])
    await sit({ userId: 'teacher', assignmentId, now }, [true, true])
    expect(await readPoints(courseId)).toEqual({ ada: [400], eve: [null] })
  })

  test('is there for staff and observers, and for nobody else', async () => {
    await addAccount(room.store.database, 'assistant')
    await addMember(room.store.database, courseId, 'assistant', 'assistant', now)
    const seen = await Promise.all(
      ['teacher', 'assistant', 'observer', 'ada', 'mallory'].map(async (userId) => (await book(userId)) !== undefined),
    )
    expect(seen).toEqual([true, true, true, false, false])
  })

  test('shows observers the pseudonyms where the course wants them', async () => {
    await room.store.database.prisma.course.update({ where: { id: courseId }, data: { names: 'pseudonym' } })
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
    await regrade(room, withdrawFirst)
    const before = await readPoints(courseId)
    const rows = async () => await room.store.database.prisma.paperScore.findMany({ orderBy: { attemptId: 'asc' } })
    const kept = await rows()
    expect(kept).toHaveLength(2)
    await room.store.database.prisma.paperScore.deleteMany()
    expect(await readPoints(courseId)).toEqual(before)
    expect(await rows()).toEqual(kept)
  })

  test('takes no kept score for one of another log or other rules', async () => {
    const attemptId = await sit({ userId: 'ada', assignmentId, now }, [true, false])
    await readPoints(courseId)
    const spoil = (data: object) =>
      room.store.database.prisma.paperScore.update({ where: { attemptId }, data: { earned: 1, ...data } })
    await spoil({ events: 99 })
    expect((await readPoints(courseId)).ada).toEqual([200])
    await spoil({ rules: 'others' })
    expect((await readPoints(courseId)).ada).toEqual([200])
    // And one that holds is believed.
    await spoil({})
    expect((await readPoints(courseId)).ada).toEqual([1])
  })
})
