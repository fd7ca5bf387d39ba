import { describe, expect, it } from 'vitest'
import { courseActs, isOpenInArchive, mayGiveRole, mayRole, roles, rolesThatMay } from './roles'

describe('who may what in a course', () => {
  it('lets the owner do everything but sit a paper', () => {
    expect(courseActs.filter((act) => !mayRole('owner', act))).toEqual(['take'])
  })

  it('gives a teacher all but the course itself', () => {
    expect(courseActs.filter((act) => mayRole('owner', act) && !mayRole('teacher', act))).toEqual(['manage course'])
  })

  it('lets an assistant mark and supervise, and change no settings', () => {
    expect(courseActs.filter((act) => mayRole('assistant', act))).toEqual([
      'see course',
      'see people',
      'see papers',
      'supervise',
      'see marks',
      'mark',
      'ask live',
    ])
  })

  it('lets an observer read people and marks, and neither papers nor keys', () => {
    expect(courseActs.filter((act) => mayRole('observer', act))).toEqual(['see course', 'see people', 'see marks'])
  })

  it('lets a student see the course and sit its papers', () => {
    expect(courseActs.filter((act) => mayRole('student', act))).toEqual(['see course', 'take'])
    expect(rolesThatMay('take')).toEqual(['student'])
  })
})

it('leaves of a course in the archive what changes nothing', () => {
  expect(courseActs.filter((act) => isOpenInArchive(act))).toEqual([
    'see course',
    'see people',
    'see papers',
    'see marks',
  ])
})

describe('giving somebody a role', () => {
  it('makes nobody an owner, and takes it from nobody', () => {
    for (const by of roles)
      for (const other of roles) {
        expect(mayGiveRole({ by, of: other, to: 'owner' })).toBe(false)
        expect(mayGiveRole({ by, of: 'owner', to: other })).toBe(false)
      }
  })

  it.each([
    ['owner', 'student', 'teacher', true],
    ['owner', 'teacher', 'student', true],
    ['teacher', 'student', 'assistant', true],
    ['teacher', 'student', 'teacher', false],
    ['teacher', 'teacher', 'student', false],
    ['assistant', 'student', 'observer', false],
    ['student', 'student', 'assistant', false],
    ['observer', 'student', 'observer', false],
  ] as const)('by %s, of %s, to %s: %s', (by, of, to, may) => {
    expect(mayGiveRole({ by, of, to })).toBe(may)
  })
})
