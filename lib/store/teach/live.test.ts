import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../items/answer'
import { deriveBank } from '../../items/bank'
import type { Asked } from '../../teach/authored'
import { mayRole, roles } from '../../teach/roles'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { answerLive, mostLiveAnswers } from './answer-live'
import { askLive, closeLive, revealLive } from './ask-live'
import { makePeopled, now, type Peopled } from './course.testing'
import { countLiveAnswers, findLive, findLiveAnswer, findLiveByCode, listLive, listLiveAnswers } from './live'

let store: TemporaryStore
let people: Peopled

const [item] = deriveBank().items
if (item === undefined) throw new Error('An empty bank')
const asked: Asked = { topic: item.topic, level: item.level, body: item.body }
const choice = (option: string): Answer => ({ form: 'choice', option })

beforeAll(async () => {
  store = await openTemporaryStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  people = await makePeopled(store)
})

const acting = (userId = people.owner) => ({ userId, courseId: people.courseId, now })

async function ask() {
  const live = await askLive(acting(), asked)
  if (live.kind === 'refused') throw new Error(live.error)
  return live
}

describe('a question in the hall', () => {
  it('is asked, seen, closed and shown by whoever may ask live, and by nobody else', async () => {
    const stranger = (await makePeopled(store)).owner
    for (const [role, userId] of [...roles.map((one) => [one, people[one]] as const), [null, stranger] as const]) {
      const { liveId, code } = await ask()
      const may = role !== null && mayRole(role, 'ask live')
      const mine = { userId, courseId: people.courseId }
      expect((await listLive(mine)).length > 0, `${role}`).toBe(may)
      expect((await findLive({ ...mine, liveId })) !== undefined, `${role}`).toBe(may)
      const other = await askLive(acting(userId), asked)
      expect(other).toEqual({ kind: 'refused', error: may ? 'already open' : 'no such course' })
      expect((await closeLive(acting(userId), liveId)).kind).toBe(may ? 'changed' : 'refused')
      expect((await revealLive(acting(userId), liveId)).kind).toBe(may ? 'changed' : 'refused')
      expect(await findLiveByCode(code)).toMatchObject({ id: liveId, state: may ? 'revealed' : 'open', asked })
      await closeLive(acting(), liveId)
    }
  })

  it('is one at a time; the next has another code, and the old one still leads to the old one', async () => {
    const first = await ask()
    await closeLive(acting(), first.liveId)
    const second = await ask()
    expect(second.code).not.toBe(first.code)
    expect((await findLiveByCode(first.code))?.state).toBe('closed')
    expect((await listLive(acting())).map(({ id }) => id).toSorted()).toEqual([first.liveId, second.liveId].toSorted())
    expect(await findLiveByCode('222222')).toBeUndefined()
  })

  it('is not moved through another course, and stays as it was first closed', async () => {
    const { liveId, code } = await ask()
    const other = await makePeopled(store)
    const there = { userId: other.owner, courseId: other.courseId, now }
    expect(await closeLive(there, liveId)).toEqual({ kind: 'refused', error: 'no such question' })
    await closeLive(acting(), liveId)
    await closeLive({ ...acting(), now: new Date(now.getTime() + 60_000) }, liveId)
    expect((await findLiveByCode(code))?.closedAt).toEqual(now)
  })
})

describe('an answer from a phone', () => {
  it('is one for each phone, changed until it is closed, and then no more', async () => {
    const { liveId } = await ask()
    const answer = (voter: string, option: string) => answerLive({ liveId, voter, answer: choice(option), now })
    await answer('one', 'a')
    await answer('other', 'a')
    await answer('one', 'b')
    expect(await countLiveAnswers(liveId)).toBe(2)
    expect(await findLiveAnswer(liveId, 'one')).toEqual(choice('b'))
    await closeLive(acting(), liveId)
    expect(await answer('one', 'c')).toEqual({ kind: 'refused', error: 'closed' })
    expect(await answer('late', 'c')).toEqual({ kind: 'refused', error: 'closed' })
    expect(await listLiveAnswers(liveId)).toEqual(expect.arrayContaining([choice('a'), choice('b')]))
  })

  it('is no more than a hall has phones', async () => {
    const { liveId } = await ask()
    const rows = Array.from({ length: mostLiveAnswers }, (_, voter) => ({
      liveId,
      voter: `${voter}`,
      answer: JSON.stringify(choice('a')),
      at: now,
    }))
    await store.database.prisma.liveAnswer.createMany({ data: rows })
    expect(await answerLive({ liveId, voter: 'one more', answer: choice('a'), now })).toEqual({
      kind: 'refused',
      error: 'full',
    })
    expect(await answerLive({ liveId, voter: '7', answer: choice('b'), now })).toEqual({ kind: 'kept' })
  })

  it('to a question that is not there is refused', async () => {
    const answered = await answerLive({ liveId: 'none', voter: 'v', answer: choice('a'), now })
    expect(answered).toEqual({ kind: 'refused', error: 'closed' })
  })
})
