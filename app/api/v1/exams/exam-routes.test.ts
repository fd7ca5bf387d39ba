import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { presets } from '@/lib/assessment/blueprint'
import { markGiven } from '@/lib/items/mark'
import type { Given } from '@/lib/items/shown'
import { ensureUserId } from '@/lib/session/session'
import { seedBank } from '@/lib/store/bank'
import { derivedBank } from '@/lib/store/derived-bank'
import { findExam } from '@/lib/store/exam/exam'
import { makePapersAhead } from '@/lib/store/teach/papers'
import { addMember, assign, openCourse } from '@/lib/store/teach/room.testing'
import { openTemporaryStore, type TemporaryStore } from '@/lib/store/temporary-store'
import { POST as postTry } from '../assignments/[assignment]/tries/route'
import { POST as postDraft } from './[attempt]/drafts/route'
import { GET as getState } from './[attempt]/route'
import { POST as postSubmission } from './[attempt]/submission/route'

let store: TemporaryStore
let cookie: string
let student: string
let assignmentId: string
/** The paper that lies ready for the student. */
let attemptId: string

beforeEach(async () => {
  store = await openTemporaryStore()
  const now = new Date()
  await seedBank(derivedBank(), now)
  const courseId = await openCourse(store.database, now)
  const made = await ensureUserId(new Headers({ 'user-agent': 'a browser' }))
  student = made.userId
  cookie = made.setCookies.map((one) => one.split(';')[0]).join('; ')
  await store.database.prisma.user.update({ where: { id: student }, data: { isAnonymous: false } })
  await addMember(store.database, courseId, student, 'student', now)
  const window = { opensAt: now.getTime() - 1000, dueAt: null, closesAt: now.getTime() + 3_600_000 }
  const blueprint = { ...presets.midterm, questions: 10, forms: ['choice', 'several', 'text'] as const }
  assignmentId = await assign(courseId, { window, now, settings: { blueprint } })
  await makePapersAhead(now)
  const ready = await store.database.prisma.examAttempt.findFirstOrThrow({ where: { userId: student } })
  attemptId = ready.id
})
afterEach(() => store.close())

const send = (body: unknown) =>
  new Request('http://localhost:3000/', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const tries = (body: unknown) => postTry(send(body), { params: Promise.resolve({ assignment: assignmentId }) })
const drafts = (body: unknown) => postDraft(send(body), { params: Promise.resolve({ attempt: attemptId }) })
const submission = (body: unknown) => postSubmission(send(body), { params: Promise.resolve({ attempt: attemptId }) })
const state = () => getState(send('{}'), { params: Promise.resolve({ attempt: attemptId }) })

const begin = () => tries({ password: '', isHonoured: false })
const draft = (change: object = {}) => ({
  id: randomUUID(),
  by: randomUUID(),
  position: 0,
  revision: 1,
  given: null,
  ...change,
})

const statusOf = async (sent: Promise<Response>) => (await sent).status
const tables = () =>
  JSON.stringify(
    ['ExamAttempt', 'ExamQuestion', 'ExamEvent'].map((table) => store.database.read(`SELECT * FROM "${table}"`).all()),
  )

describe('what a reply to a draft tells', () => {
  test('has one length for a right and a wrong answer, in each question', async () => {
    await begin()
    const exam = await findExam({ userId: student, attemptId, now: new Date() })
    if (exam === undefined) throw new Error('Cannot find the exam')
    let compared = 0
    for (const { position, item, seed } of exam.paper) {
      const places = [0, 1, 2, 3]
      const candidates: readonly Given[] = [
        ...places.map((choice) => ({ choice })),
        ...places.map((one) => ({ several: [one] })),
      ]
      const replies: { readonly right: boolean; readonly said: string }[] = []
      let revision = 0
      for (const given of candidates) {
        const marked = markGiven(item, seed, given)
        if (marked.kind === 'refused') continue
        revision += 1
        const response = await drafts(draft({ position, revision, given }))
        const headers = JSON.stringify([...response.headers])
        replies.push({ right: marked.right, said: `${response.status} ${headers} ${(await response.text()).length}` })
      }
      if (replies.some(({ right }) => right) && replies.some(({ right }) => !right)) compared += 1
      expect(new Set(replies.map(({ said }) => said)).size, JSON.stringify(replies)).toBeLessThanOrEqual(1)
    }
    expect(compared).toBeGreaterThan(3)
  })
})

describe('a paper of a class', () => {
  test('that lies ready is not there before it is begun', async () => {
    const before = tables()
    expect(await statusOf(drafts(draft()))).toBe(404)
    expect(await statusOf(submission({ id: randomUUID() }))).toBe(404)
    expect(await statusOf(state())).toBe(404)
    expect(tables()).toBe(before)
  })

  test('is begun by what its page sends, and by nothing that says more or less', async () => {
    const before = tables()
    for (const body of [
      {},
      [],
      'null',
      { password: '', isHonoured: 'yes' },
      { password: 'x'.repeat(101), isHonoured: true },
      { password: '', isHonoured: true, userId: 'eve' },
      { password: '', isHonoured: true, startedAt: 0, minutes: 1000 },
      { password: '', isHonoured: true, number: 2, attemptId: randomUUID() },
    ])
      expect(await statusOf(tries(body)), JSON.stringify(body)).toBe(400)
    expect(tables()).toBe(before)
    expect(await statusOf(begin())).toBe(201)
    expect(await statusOf(begin())).toBe(200)
  })

  test('takes no answer that says more than one may, or what is no place of it', async () => {
    await begin()
    const before = tables()
    for (const [change, status] of [
      [{ position: 10 }, 404],
      [{ position: -1 }, 400],
      [{ position: 0.5 }, 400],
      [{ position: 1e300 }, 400],
      [{ position: '0' }, 400],
      [{ revision: 0 }, 400],
      [{ revision: -1 }, 400],
      [{ revision: 1e9 }, 400],
      [{ id: attemptId.slice(1) }, 400],
      [{ by: 'me' }, 400],
      [{ given: { choice: -1 } }, 400],
      [{ given: { choice: 1.5 } }, 400],
      [{ given: { several: [0, 0] } }, 400],
      [{ given: { several: Array.from({ length: 17 }, (_, at) => at) } }, 400],
      [{ given: { text: 'x'.repeat(101) } }, 400],
      [{ given: { choice: 0, right: true } }, 400],
      [{ score: 100 }, 400],
      [{ isCorrect: true }, 400],
      [{ userId: 'eve' }, 400],
      [{ at: 0 }, 400],
    ] as const)
      expect(await statusOf(drafts(draft(change))), JSON.stringify(change)).toBe(status)
    for (const raw of ['"revision":NaN', '"revision":Infinity', '"revision":1e999', '"revision":-0.1'])
      expect(await statusOf(drafts(JSON.stringify(draft()).replace('"revision":1', raw))), raw).toBe(400)
    const polluted = `{"__proto__":{"given":null},${JSON.stringify(draft()).slice(1)}`
    expect(await statusOf(drafts(polluted))).toBe(400)
    expect(tables()).toBe(before)
  })

  test('takes an answer once, says the same of it again, and nothing more after the hand-in', async () => {
    await begin()
    const sent = draft()
    const inForce = async (response: Response) => {
      const { state: said } = (await response.json()) as { state: { questions: unknown; endsAt: number } }
      return [response.status, JSON.stringify(said.questions), said.endsAt]
    }
    const first = await inForce(await drafts(sent))
    const again = await Promise.all(Array.from({ length: 50 }, async () => inForce(await drafts(sent))))
    expect(new Set([first, ...again].map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await store.database.prisma.examEvent.count({ where: { kind: 'draft' } })).toBe(1)

    const id = randomUUID()
    expect(await statusOf(submission({ id, score: 100 }))).toBe(400)
    expect(await statusOf(submission({ id }))).toBe(200)
    const before = tables()
    // The page of yesterday, which sends once more what was acknowledged: it is told so, and nothing is stored twice.
    expect(await inForce(await drafts(sent))).toEqual(first)
    expect(await statusOf(drafts(draft({ revision: 2 })))).toBe(410)
    expect(await statusOf(submission({ id: randomUUID() }))).toBe(200)
    expect(await statusOf(begin())).toBe(409)
    expect(tables()).toBe(before)
  })
})

test('a page of another site changes nothing, whatever it sends along', async () => {
  await begin()
  const before = tables()
  for (const headers of [{ origin: 'null' }, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const sent = send(draft())
    for (const [name, value] of Object.entries(headers)) sent.headers.set(name, value)
    const response = await postDraft(sent, { params: Promise.resolve({ attempt: attemptId }) })
    expect([response.status, await response.json()]).toEqual([403, { error: 'foreign' }])
  }
  expect(tables()).toBe(before)
})
