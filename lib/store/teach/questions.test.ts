import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSoundBody } from '../../items/mark'
import { type QuestionDraft, writeAuthored } from '../../teach/authored'
import { mayRole, roles } from '../../teach/roles'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { makeCourse } from './course'
import { listAssignable, listQuestions, listVersions } from './questions'
import { deleteQuestion, writeQuestion } from './write-question'

const now = new Date('2026-11-23T08:00:00Z')
const later = new Date('2026-11-23T09:00:00Z')
let store: TemporaryStore
let courseId: string
let otherCourse: string

const prose: QuestionDraft = {
  kind: 'prose',
  title: 'Where to?',
  points: 3,
  topic: 'active close',
  level: 1,
  text: '',
  options: ['a', 'b'],
  key: 0,
  claim: '',
  why: '',
}

beforeAll(async () => {
  store = await openTemporaryStore()
  for (const id of ['owner', 'stranger', ...roles.map((role) => `a ${role}`)]) {
    await addUser(store.database, id)
    await store.database.prisma.user.update({ where: { id }, data: { isAnonymous: false } })
  }
  courseId = await make('owner')
  otherCourse = await make('stranger')
  for (const role of roles.filter((one) => one !== 'owner')) {
    const member = { courseId, userId: `a ${role}`, role, name: `The ${role}`, pseudonym: '', joinedAt: now }
    await store.database.prisma.member.create({ data: member })
  }
})
afterAll(() => store.close())

async function make(userId: string): Promise<string> {
  const made = await makeCourse({ userId, ownerName: userId, name: 'Networks', term: '', now })
  if (made.kind === 'refused') throw new Error(made.error)
  return made.courseId
}

function questionOf(draft: QuestionDraft, questionId: string | null = null) {
  const made = writeAuthored(draft)
  if (made.kind !== 'written') throw new Error(made.kind)
  return { courseId, questionId, title: draft.title, authored: made.authored, verdict: made.verdict, now }
}

async function write(userId: string, draft: QuestionDraft, questionId: string | null = null) {
  return writeQuestion({ ...questionOf(draft, questionId), userId })
}

async function written(draft: QuestionDraft): Promise<string> {
  const kept = await write('owner', draft)
  if (kept.kind === 'refused') throw new Error(kept.error)
  return kept.questionId
}

describe('a question of a course', () => {
  it('is written, listed, changed and deleted by whoever may edit its assignments, and by nobody else', async () => {
    const questionId = await written({ ...prose, title: 'For roles' })
    const people = [...roles.map((role) => (role === 'owner' ? 'owner' : `a ${role}`)), 'stranger']
    for (const userId of people) {
      const role = userId === 'owner' ? 'owner' : roles.find((one) => userId === `a ${one}`)
      const may = role !== undefined && mayRole(role, 'edit assignments')
      const mine = { userId, courseId }
      expect((await listQuestions(mine)).length > 0, userId).toBe(may)
      expect((await listVersions({ ...mine, questionId })).length > 0, userId).toBe(may)
      expect((await listAssignable(mine)).length > 0, userId).toBe(may)
      expect((await write(userId, { ...prose, title: `By ${userId}` })).kind, userId).toBe(may ? 'written' : 'refused')
      expect((await write(userId, { ...prose, title: `Of ${userId}` }, questionId)).kind).toBe(
        may ? 'written' : 'refused',
      )
      const throwaway = await written({ ...prose, title: 'Throwaway' })
      const deleted = await deleteQuestion({ ...mine, questionId: throwaway, now })
      expect(deleted.kind, userId).toBe(may ? 'deleted' : 'refused')
    }
  })

  it('is not found through another course', async () => {
    const questionId = await written({ ...prose, title: 'Here' })
    const there = { userId: 'stranger', courseId: otherCourse, questionId }
    expect(await listVersions(there)).toEqual([])
    expect(await writeQuestion({ ...questionOf(prose, questionId), ...there })).toEqual({
      kind: 'refused',
      error: 'no such question',
    })
    expect((await deleteQuestion({ ...there, now })).kind).toBe('refused')
  })

  it('keeps every version as it was, with who wrote it and when; the same again makes none', async () => {
    const questionId = await written(prose)
    expect(await write('owner', prose, questionId)).toMatchObject({ number: 1 })
    const changed = { ...prose, options: ['c', 'd'] }
    const next = { ...questionOf(changed, questionId), userId: 'a teacher', now: later }
    expect(await writeQuestion(next)).toMatchObject({ kind: 'written', number: 2 })
    const versions = await listVersions({ userId: 'owner', courseId, questionId })
    expect(versions.map(({ number, author, at }) => [number, author, at])).toEqual([
      [2, 'The teacher', later],
      [1, 'owner', now],
    ])
    expect(versions.map(({ authored }) => authored?.body.kind === 'prose' && authored.body.key)).toEqual([
      'text:c',
      'text:a',
    ])
    const events = await store.database.prisma.courseEvent.findMany({ where: { courseId, act: 'question changed' } })
    expect(events.some(({ by, detail }) => by === 'a teacher' && detail.includes(questionId))).toBe(true)
  })

  it('that is deleted is in no list, and can’t be changed', async () => {
    const questionId = await written({ ...prose, title: 'Gone' })
    await deleteQuestion({ userId: 'owner', courseId, questionId, now })
    expect((await listQuestions({ userId: 'owner', courseId })).map(({ title }) => title)).not.toContain('Gone')
    expect((await write('owner', prose, questionId)).kind).toBe('refused')
    expect(await store.database.prisma.questionVersion.count({ where: { questionId } })).toBe(1)
  })
})

describe('what may be assigned', () => {
  it('is all but what the machine refutes, by the newest version', async () => {
    const refuted = await written({ ...prose, title: 'Refuted', claim: 'In LISTEN, a SYN leads to ESTABLISHED' })
    const sound = await written({ ...prose, title: 'Unchecked' })
    const list = async () => (await listAssignable({ userId: 'owner', courseId })).map(({ questionId }) => questionId)
    expect(await list()).toContain(sound)
    expect(await list()).not.toContain(refuted)
    await write('owner', { ...prose, title: 'Refuted', claim: 'In LISTEN, a SYN leads to SYN-RECEIVED' }, refuted)
    expect(await list()).toContain(refuted)
  })

  it('is marked as any stored item', async () => {
    for (const { versionId, number, authored } of await listAssignable({ userId: 'owner', courseId }))
      expect(findSoundBody({ id: versionId, version: number, body: authored.body })).not.toBeNull()
  })

  it('is judged anew: a version that does not follow any more is broken', async () => {
    const questionId = await written({ ...prose, title: 'Will break' })
    const body = { kind: 'which-event', from: 'LISTEN', to: 'CLOSED', options: ['event:a', 'event:b'] }
    const stored = JSON.stringify({ topic: 'open', level: 1, points: 1, made: null, body })
    await store.database.prisma.questionVersion.updateMany({
      where: { questionId },
      data: { body: stored, verdict: 'proved' },
    })
    const [version] = await listVersions({ userId: 'owner', courseId, questionId })
    expect(version).toMatchObject({ verdict: 'proved', verdictNow: 'broken' })
    await store.database.prisma.questionVersion.updateMany({ where: { questionId }, data: { body: '{}' } })
    const [other] = await listVersions({ userId: 'owner', courseId, questionId })
    expect(other).toMatchObject({ authored: null, verdictNow: 'broken' })
    expect((await listAssignable({ userId: 'owner', courseId })).map((one) => one.questionId)).not.toContain(questionId)
  })
})
