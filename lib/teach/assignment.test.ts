import { describe, expect, test } from 'vitest'
import { presets } from '../assessment/blueprint'
import { termsOf } from '../assessment/clock'
import {
  type AssignmentSettings,
  checkAssignment,
  defaultAssignments,
  paperBlueprint,
  settingsSchema,
  termsFor,
  windowFor,
} from './assignment'
import { shownTo } from './shown'
import { worthOf } from './worth'

const day = 86_400_000
const { homework, exam } = defaultAssignments
const all = { opensAt: 0, dueAt: 7 * day, closesAt: 9 * day }

test('what an assignment begins with is one', () => {
  for (const settings of [homework, exam]) {
    expect(settingsSchema.parse(settings)).toEqual(settings)
    expect(checkAssignment(settings, all)).toEqual([])
  }
})

describe('checkAssignment', () => {
  const without: AssignmentSettings = { ...homework, blueprint: null }
  test.each([
    ['nothing to ask', without, all, ['no questions']],
    [
      'too much to ask',
      {
        ...homework,
        blueprint: { ...presets.midterm, questions: 60 },
        picked: [{ itemId: 'a', points: 1 }],
      },
      all,
      ['too many questions'],
    ],
    ['due before it opens', homework, { opensAt: 5, dueAt: 5, closesAt: null }, ['order of times']],
    ['closed before it is due', homework, { opensAt: 1, dueAt: 5, closesAt: 4 }, ['order of times']],
    ['closed as it opens', homework, { opensAt: 1, dueAt: null, closesAt: 1 }, ['order of times']],
    ['due as it closes', homework, { opensAt: 1, dueAt: 5, closesAt: 5 }, []],
    ['no end', homework, { opensAt: 1, dueAt: null, closesAt: null }, []],
  ] as const)('tells of %s', (_, settings, window, wrong) => {
    expect(checkAssignment(settings, window)).toEqual(wrong)
  })
})

describe('windowFor', () => {
  const none = { opensAt: null, dueAt: null, closesAt: null, tries: 0 }
  test('is as for all, where nothing is otherwise', () => {
    expect(windowFor(all, null)).toEqual(all)
    expect(windowFor(all, none)).toEqual(all)
  })

  test('takes each time that is otherwise, and closes for nobody before it is due', () => {
    expect(windowFor(all, { ...none, opensAt: day })).toEqual({ ...all, opensAt: day })
    expect(windowFor(all, { ...none, dueAt: 12 * day })).toEqual({ ...all, dueAt: 12 * day, closesAt: 12 * day })
    expect(windowFor(all, { ...none, closesAt: 8 * day })).toEqual({ ...all, closesAt: 8 * day })
  })
})

test('the terms of a try are limit, window and what is granted', () => {
  const granted = { factor: 1.5, extraMinutes: 10, breakMinutes: 5 }
  expect(termsFor({ ...exam, isOneWay: true }, all, granted)).toEqual({
    ...termsOf(45),
    ...granted,
    closesAt: 9 * day,
    isOneWay: true,
  })
})

test('a paper that is picked alone has a blueprint all the same, with the credit of the assignment', () => {
  const picked = Array.from({ length: 3 }, (_, index) => ({ itemId: String(index), points: 1 }))
  expect(paperBlueprint({ ...exam, blueprint: null, picked, credit: 'whole' })).toMatchObject({
    questions: 3,
    credit: 'whole',
    minutes: 45,
  })
})

describe('worthOf', () => {
  test.each([
    ['the first in time', 1, day, 100],
    ['the second', 2, day, 90],
    ['the twelfth', 12, day, 0],
    ['one on the dot', 1, 7 * day, 100],
    ['one a moment late', 1, 7 * day + 1, 80],
    ['one a day late', 1, 8 * day, 80],
    ['the second, two days late', 2, 9 * day, 54],
    ['one six days late', 1, 13 * day, 0],
  ] as const)('%s', (_, number, finishedAt, worth) => {
    expect(worthOf({ lessPerTry: 10, lessPerDayLate: 20 }, { number, finishedAt, dueAt: 7 * day })).toBe(worth)
  })

  test('nothing is late where nothing is due', () => {
    const late = { number: 1, finishedAt: 99 * day, dueAt: null }
    expect(worthOf({ lessPerTry: 0, lessPerDayLate: 100 }, late)).toBe(100)
  })
})

describe('shownTo', () => {
  const at = { now: 5, isFinished: true, dueAt: 10, releasedAt: null }
  const nothing = { score: false, answers: false, key: false, explanation: false }
  const everything = { score: true, answers: true, key: true, explanation: true }

  test('is nothing of a try that is not over', () => {
    expect(shownTo({ ...at, settings: homework, isFinished: false, releasedAt: 1 })).toEqual(nothing)
  })

  test('follows the times', () => {
    expect(shownTo({ ...at, settings: homework })).toEqual({ ...nothing, score: true, answers: true })
    expect(shownTo({ ...at, settings: homework, now: 10 })).toEqual(everything)
    expect(shownTo({ ...at, settings: homework, dueAt: null, now: 99 })).toMatchObject({ key: false })
    expect(shownTo({ ...at, settings: exam, now: 99 })).toEqual(nothing)
    expect(shownTo({ ...at, settings: exam, releasedAt: 6 })).toEqual(nothing)
    expect(shownTo({ ...at, settings: exam, releasedAt: 5 })).toEqual(everything)
  })

  test('never shows what tells something that is kept back', () => {
    const shown = { score: 'on release', answers: 'at once', key: 'at once', explanation: 'at once' } as const
    expect(shownTo({ ...at, settings: { shown } })).toEqual(nothing)
    const never = { score: 'at once', answers: 'at once', key: 'never', explanation: 'at once' } as const
    expect(shownTo({ ...at, settings: { shown: never }, releasedAt: 1 })).toEqual({
      ...everything,
      key: false,
      explanation: false,
    })
  })
})
