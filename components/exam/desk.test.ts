import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Draft } from '@/components/practice/draft'
import type { ExamState, QuestionState } from '@/lib/assessment/exam-state'
import type { PresentedItem } from '@/lib/words/presented-item'
import { createDesk } from './desk'
import type { Copy, LocalCopy } from './local-copy'
import type { Told } from './send-change'

const item = { control: 'text', options: [] } as unknown as PresentedItem
const nothing: QuestionState = { given: null, revision: 0, by: '', at: 0, flagged: false, flagRevision: 0 }
const startedAt = 1_000_000
const draft = (text: string) => ({ text, chosen: [], order: [], place: null }) as unknown as Draft

/** A server that keeps the highest revision, a browser's storage, and a clock that runs when told. */
function setting(changes: { readonly copies?: Map<number, Copy>; readonly questions?: readonly QuestionState[] } = {}) {
  const questions = [...(changes.questions ?? [nothing, nothing])]
  const copies = changes.copies ?? new Map<number, Copy>()
  const server = {
    now: startedAt,
    endsAt: startedAt + 60_000,
    pausedUntil: null as number | null,
    isOwnBreak: false,
    finished: false,
    isDown: false,
    sent: [] as string[],
  }
  const state = (): ExamState => {
    const { now, endsAt, pausedUntil, isOwnBreak, finished } = server
    return { now, endsAt, pausedUntil, isOwnBreak, breakLeftMs: 0, reached: 0, finished, questions }
  }
  let ids = 0
  const desk = createDesk({
    items: questions.map(() => item),
    state: state(),
    clock: () => server.now - startedAt,
    makeId: () => `id ${++ids}`,
    hear: null,
    copy: {
      read: (position) => copies.get(position) ?? null,
      write: (position, copy) => void copies.set(position, copy),
      clear: () => copies.clear(),
    } satisfies LocalCopy,
    async ask(part, body): Promise<Told> {
      if (server.isDown) return { kind: 'unsent' }
      const change = (body ?? {}) as { position: number; revision: number; by: string; given: QuestionState['given'] }
      if (part === '/drafts') {
        server.sent.push(`${change.position} ${change.revision} ${JSON.stringify(change.given)}`)
        const kept = questions[change.position] ?? nothing
        if (server.pausedUntil !== null) return { kind: 'refused', error: 'paused', state: state() }
        if (change.revision <= kept.revision) return { kind: 'refused', error: 'older', state: state() }
        questions[change.position] = { ...kept, ...change, at: server.now }
      }
      if (part === '/submission') server.finished = true
      return { kind: 'told', state: state() }
    },
  })
  return { desk, server, questions, copies }
}

const settle = () => vi.advanceTimersByTimeAsync(2000)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a page of a running exam', () => {
  test('saves what is typed within two seconds, the last of it', async () => {
    const { desk, server } = setting()
    desk.answer(0, draft('L'), { text: 'L' })
    desk.answer(0, draft('LISTEN'), { text: 'LISTEN' })
    expect(desk.snapshot()).toMatchObject({ saving: 'saving', questions: [{ saving: 'saving' }, { saving: 'saved' }] })
    await settle()
    expect(server.sent).toEqual(['0 1 {"text":"LISTEN"}'])
    expect(desk.snapshot()).toMatchObject({ saving: 'saved', questions: [{ answered: true }, { answered: false }] })
  })

  test('says that it is not saved, keeps it, and sends it once the server is back', async () => {
    const { desk, server, copies } = setting()
    server.isDown = true
    desk.answer(0, draft('LISTEN'), { text: 'LISTEN' })
    await settle()
    expect(desk.snapshot()).toMatchObject({ saving: 'failed', questions: [{ saving: 'failed' }, { saving: 'saved' }] })
    expect(copies.get(0)).toMatchObject({ given: { text: 'LISTEN' }, unsaved: expect.any(String) })
    server.isDown = false
    await vi.advanceTimersByTimeAsync(15_000)
    expect(desk.snapshot()).toMatchObject({ saving: 'saved', questions: [{ saving: 'saved' }, {}] })
    expect(copies.get(0)).toMatchObject({ unsaved: null, revision: 1 })
  })

  test('goes on after a reload with what was typed and not saved', async () => {
    const copies = new Map<number, Copy>()
    const before = setting({ copies })
    before.server.isDown = true
    before.desk.answer(1, draft('CLOSED'), { text: 'CLOSED' })
    const { desk, server } = setting({ copies })
    expect(desk.initial().questions[1]?.answered).toBe(false)
    expect(desk.snapshot().questions[1]).toMatchObject({ answered: true, draft: { text: 'CLOSED' } })
    desk.flag(0, true)
    await settle()
    expect(server.sent).toEqual(['1 1 {"text":"CLOSED"}'])
  })

  test('takes an answer from another tab where it is newer, and says so', async () => {
    const { desk, server, questions } = setting()
    server.now += 5000
    questions[0] = { ...nothing, given: { text: 'LISTEN' }, revision: 3, by: 'another', at: server.now }
    desk.flag(1, true)
    await settle()
    expect(desk.snapshot()).toMatchObject({ elsewhere: [0], questions: [{ draft: { text: 'LISTEN' } }, {}] })
  })

  test('says over a refusal what was answered here later', async () => {
    const { desk, server, questions } = setting()
    questions[0] = { ...nothing, given: { text: 'LISTEN' }, revision: 3, by: 'another', at: server.now }
    server.now += 5000
    desk.answer(0, draft('CLOSED'), { text: 'CLOSED' })
    await settle()
    expect(server.sent).toEqual(['0 1 {"text":"CLOSED"}', '0 4 {"text":"CLOSED"}'])
    expect(questions[0]).toMatchObject({ given: { text: 'CLOSED' }, revision: 4 })
    expect(desk.snapshot()).toMatchObject({ saving: 'saved', elsewhere: [0] })
  })

  test('yields to what was answered later elsewhere', async () => {
    const { desk, server, questions } = setting()
    desk.answer(0, draft('CLOSED'), { text: 'CLOSED' })
    server.now += 5000
    questions[0] = { ...nothing, given: { text: 'LISTEN' }, revision: 3, by: 'another', at: server.now }
    await settle()
    expect(questions[0]).toMatchObject({ given: { text: 'LISTEN' }, revision: 3 })
    expect(desk.snapshot()).toMatchObject({ saving: 'saved', questions: [{ draft: { text: 'LISTEN' } }, {}] })
  })

  test('hands in after the last answer is saved, and keeps nothing then', async () => {
    const { desk, server, copies } = setting()
    desk.answer(0, draft('LISTEN'), { text: 'LISTEN' })
    await desk.handIn()
    expect(server.sent).toEqual(['0 1 {"text":"LISTEN"}'])
    expect([desk.snapshot().phase, copies.size]).toEqual(['finished', 0])
  })

  test('does not hand in what could not be saved', async () => {
    const { desk, server } = setting()
    server.isDown = true
    desk.answer(0, draft('LISTEN'), { text: 'LISTEN' })
    await desk.handIn()
    expect(desk.snapshot()).toMatchObject({ phase: 'running', saving: 'failed' })
    expect(server.finished).toBe(false)
  })

  test('keeps what was answered as the clock was stopped, and sends it when it runs again', async () => {
    const { desk, server } = setting()
    desk.answer(0, draft('LISTEN'), { text: 'LISTEN' })
    server.pausedUntil = startedAt + 600_000
    server.endsAt += 600_000
    await settle()
    expect(desk.snapshot()).toMatchObject({ pause: 'staff', saving: 'saving' })
    expect(desk.secondsLeft()).toBe(60)
    desk.answer(1, draft('CLOSED'), { text: 'CLOSED' })
    server.pausedUntil = null
    server.endsAt -= 600_000
    server.sent.length = 0
    await vi.advanceTimersByTimeAsync(12_000)
    expect(server.sent).toEqual(['0 1 {"text":"LISTEN"}'])
    expect(desk.snapshot()).toMatchObject({ pause: null, saving: 'saved' })
  })

  test('counts by the server’s clock, and takes nothing after the end', () => {
    const { desk, server } = setting()
    expect([desk.secondsLeft(), desk.initialSecondsLeft()]).toEqual([60, 60])
    server.now += 59_500
    expect(desk.secondsLeft()).toBe(1)
    server.now += 500
    desk.answer(0, draft('LISTEN'), { text: 'LISTEN' })
    expect([desk.secondsLeft(), desk.snapshot().questions[0]?.answered]).toEqual([0, false])
  })
})
