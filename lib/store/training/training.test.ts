import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomFrom } from '../../items/random'
import { evenWorkload } from '../../review/balance'
import { planted } from '../../review/past.testing'
import { createScheduler, defaultScheduling, type Scheduler } from '../../review/scheduler'
import { seedBank } from '../bank'
import { rebuildEverybody } from '../review/rebuild-everybody'
import { recordReview } from '../review/record-review'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { forgetWeights } from './forget-weights'
import { writePast } from './past.testing'
import { keepRefolded, refold } from './refold'
import { runTraining } from './run-training'
import { startTrainer } from './trainer'
import { askTraining, beat, type Claim, claimTraining, findTraining, patienceMs } from './training'
import { findTrained, keepWeights, weightsIn } from './weights'

let store: TemporaryStore
const facts = Array.from({ length: 180 }, (_, index) => `fact ${index}`)
const items = facts.map((factId) => ({ id: `of ${factId}`, factId, kind: 'order' }))
const byDefault = createScheduler(defaultScheduling)
/** Forgets nothing any more. */
const steadfast: Scheduler = { ...byDefault, recallOn: () => 1 }
const firstDay = 20_000
const now = new Date('2026-11-23T08:00:00.000Z')
const later = (ms: number) => new Date(now.getTime() + ms)

beforeAll(async () => {
  store = await openTemporaryStore()
  await seedBank(
    {
      facts: facts.map((id) => ({ id, topic: 'open', kind: 'row', level: 1 })),
      items: items.map((item) => ({ ...item, topic: 'open', level: 1, body: {} })),
      fingerprint: 'one',
    },
    now,
  )
})
afterAll(() => store.close())

let users = 0
/** A user with a generated past, who forgets by `truth`. */
async function learnerBy(
  truth: Scheduler | ((day: number) => Scheduler),
  { days = 60, cards = 60, newPerDay = 6 } = {},
) {
  users += 1
  const userId = await addUser(store.database, `learner ${users}`)
  const past = {
    firstDay,
    days,
    newPerDay,
    truth: typeof truth === 'function' ? truth : () => truth,
    random: randomFrom(users),
  }
  const reviews = await writePast(store.database, userId, { items: items.slice(0, cards), past })
  return { userId, reviews }
}

async function claimOf(userId: string, at = now): Promise<Claim> {
  expect(await askTraining(userId, at)).toEqual({ kind: 'asked' })
  const claim = await claimTraining(randomUUID(), at)
  if (claim === null) throw new Error('Nothing to claim')
  expect(claim.userId).toBe(userId)
  return claim
}

async function train(userId: string) {
  await runTraining(await claimOf(userId), () => now).done
  return findTraining(userId)
}

const memories = (userId: string) =>
  store.database.prisma.card.findMany({
    where: { userId },
    orderBy: { id: 'asc' },
    select: { id: true, stability: true, dueDay: true, reps: true },
  })

describe('training', () => {
  it('finds the weights of a learner who forgets otherwise: held-out reviews are predicted better, and cards folded anew', async () => {
    const { userId, reviews } = await learnerBy(planted)
    const before = await memories(userId)
    const training = await train(userId)
    const outcome = training?.outcome
    if (outcome?.kind !== 'kept') throw new Error(JSON.stringify(training))
    expect(training).toMatchObject({ state: 'ended', progress: 1 })
    expect(outcome.reviews).toBe(reviews)
    expect(outcome.lossAfter).toBeLessThan(outcome.lossBefore)
    const kept = findTrained(store.database.read, userId)
    expect(kept).toMatchObject({ algorithm: 'fsrs-6', reviews, trainedAt: now, lossAfter: outcome.lossAfter })
    // The dates that were chosen stand; what is believed of the memory is new.
    const after = await memories(userId)
    expect(after.map(({ dueDay, reps }) => [dueDay, reps])).toEqual(before.map(({ dueDay, reps }) => [dueDay, reps]))
    expect(after.filter(({ stability }, index) => stability !== before[index]?.stability).length).toBeGreaterThan(50)
    expect((await rebuildEverybody(now)).differing).toEqual([])
  })

  it('keeps nothing where the learner has changed since, and says by how much it was not better', async () => {
    const { userId } = await learnerBy((day) => (day < firstDay + 36 ? planted : steadfast))
    const before = await memories(userId)
    const training = await train(userId)
    const outcome = training?.outcome
    if (outcome?.kind !== 'not better') throw new Error(JSON.stringify(training))
    expect(outcome.lossAfter).toBeGreaterThan(outcome.lossBefore)
    expect(findTrained(store.database.read, userId)).toBe(undefined)
    expect(await memories(userId)).toEqual(before)
  })

  it('is refused below 400 reviews, and says so where too few of them were on a later day', async () => {
    const few = await learnerBy(planted, { days: 20, cards: 40 })
    expect(few.reviews).toBeLessThan(400)
    expect(await askTraining(few.userId, now)).toEqual({ kind: 'refused', error: 'too few' })
    const crammer = await learnerBy(planted, { days: 2, newPerDay: 180, cards: 180 })
    expect(crammer.reviews).toBeGreaterThanOrEqual(400)
    expect((await train(crammer.userId))?.outcome).toMatchObject({ kind: 'too few', reviews: crammer.reviews })
    expect(weightsIn(store.database.read, crammer.userId)).toEqual(defaultScheduling.weights)
  })

  it('asked for twice is one, and of two that wait one runs at a time', async () => {
    const [ada, eve] = [await learnerBy(planted), await learnerBy(planted)]
    expect(await askTraining(ada.userId, now)).toEqual({ kind: 'asked' })
    expect(await askTraining(ada.userId, now)).toEqual({ kind: 'already' })
    expect(await askTraining(eve.userId, later(1))).toEqual({ kind: 'asked' })
    const first = await claimTraining('one', later(2))
    expect(first?.userId).toBe(ada.userId)
    expect(await askTraining(ada.userId, later(2))).toEqual({ kind: 'already' })
    expect(await claimTraining('one', later(3))).toBe(null)
    expect(await claimTraining('two', later(3))).toBe(null)
    if (first === null) throw new Error('There is one')
    await runTraining(first, () => later(4)).done
    const second = await claimTraining('one', later(5))
    expect(second?.userId).toBe(eve.userId)
    if (second !== null) await runTraining(second, () => later(6)).done
    expect(await claimTraining('one', later(7))).toBe(null)
  })

  it('of a killed server is taken over when its beats stop, and the dead one can end it no more', async () => {
    const { userId } = await learnerBy(planted)
    const dead = await claimOf(userId)
    expect(await beat(dead, 0.4, later(10_000))).toBe(true)
    expect(await claimTraining('other', later(10_000 + patienceMs - 1))).toBe(null)
    const taken = await claimTraining('other', later(10_001 + patienceMs))
    expect(taken).toEqual({ userId, runner: 'other' })
    expect(await findTraining(userId)).toMatchObject({ state: 'running', progress: 0 })
    // It wakes up again: nothing that it does counts.
    expect(await beat(dead, 0.9, later(40_000))).toBe(false)
    await runTraining(dead, () => later(40_000)).done
    expect(await findTraining(userId)).toMatchObject({ state: 'running', progress: 0 })
    if (taken !== null) await runTraining(taken, () => later(40_000)).done
    expect((await findTraining(userId))?.state).toBe('ended')
  })

  it('that has killed its server three times is given up', async () => {
    const { userId } = await learnerBy(planted)
    await askTraining(userId, now)
    for (const death of [1, 2, 3]) expect(await claimTraining(`dead ${death}`, later(death * 60_000))).not.toBe(null)
    expect(await claimTraining('other', later(240_000))).toBe(null)
    expect(await findTraining(userId)).toMatchObject({ state: 'ended', outcome: { kind: 'failed' } })
    expect(await askTraining(userId, later(250_000))).toEqual({ kind: 'asked' })
    // Stopped in good order it waits, and has lost no try.
    const claim = await claimTraining('stopping', later(250_000))
    if (claim === null) throw new Error('Nothing to claim')
    await runTraining(claim, () => later(250_000)).stop()
    expect(await findTraining(userId)).toMatchObject({ state: 'waiting', progress: 0 })
    const trainer = startTrainer(() => later(260_000))
    await expect.poll(async () => (await findTraining(userId))?.state, { timeout: 20_000 }).toBe('ended')
    await trainer.stop()
  })

  it('ends in nothing where its learner is gone', async () => {
    const { userId } = await learnerBy(planted)
    const claim = await claimOf(userId)
    await store.database.prisma.training.delete({ where: { userId } })
    await runTraining(claim, () => now).done
    expect(findTrained(store.database.read, userId)).toBe(undefined)
  })
})

describe('trained weights', () => {
  const weights = defaultScheduling.weights.map((weight, index) => (index === 2 ? 9 : weight))

  async function keep(userId: string, algorithm: string, text: string) {
    const judged = { reviews: 500, heldOut: 90, lossBefore: 0.4, lossAfter: 0.3, trainedAt: now }
    await store.database.prisma.weights.create({ data: { userId, algorithm, weights: text, ...judged } })
  }

  it('are what a review is folded by, also where the request began before they were', async () => {
    const { userId } = await learnerBy(byDefault, { days: 3, cards: 10 })
    await keep(userId, 'fsrs-6', JSON.stringify(weights))
    expect((await rebuildEverybody(now)).differing.length).toBeGreaterThan(0)
    const { id: cardId } = await store.database.prisma.card.findFirstOrThrow({ where: { userId } })
    const evidence = { right: true, helped: false, sure: false, tookMs: 5 }
    const asked = { item: { id: 'of fact 0', kind: 'order', version: 1, seed: 1 }, given: null, evidence, siblings: [] }
    const done = { at: now, receivedAt: now, day: 20_780, selfRating: null }
    const stale = { scheduler: byDefault, workload: evenWorkload }
    expect(await recordReview({ id: randomUUID(), userId, cardId, ...asked, ...done }, stale)).toMatchObject({
      kind: 'recorded',
    })
    expect((await rebuildEverybody(now)).differing).toEqual([])
    // Back to the defaults: every card is folded by them.
    await store.database.prisma.training.upsert({
      where: { userId },
      create: { userId, state: 'running', askedAt: now },
      update: { state: 'running' },
    })
    expect(await forgetWeights(userId, now)).toEqual({ kind: 'forgotten' })
    expect(await findTraining(userId)).toBe(undefined)
    expect(weightsIn(store.database.read, userId)).toEqual(defaultScheduling.weights)
    expect((await rebuildEverybody(now)).differing).toEqual([])
  })

  it('take along what was reviewed while the cards were folded', async () => {
    const { userId } = await learnerBy(byDefault, { days: 5, cards: 10 })
    const scheduler = byDefault.withWeights(weights)
    const refolded = await refold(userId, scheduler, async () => {})
    const { id: cardId } = await store.database.prisma.card.findFirstOrThrow({ where: { userId } })
    const evidence = { right: false, helped: false, sure: false, tookMs: 5 }
    const asked = { item: { id: 'of fact 0', kind: 'order', version: 1, seed: 1 }, given: null, evidence, siblings: [] }
    const done = { at: now, receivedAt: now, day: 20_780, selfRating: null }
    const learner = { scheduler: byDefault, workload: evenWorkload }
    await recordReview({ id: randomUUID(), userId, cardId, ...asked, ...done }, learner)
    await store.database.writeNow((prepare) => {
      keepWeights(prepare, userId, {
        weights,
        reviews: 500,
        heldOut: 90,
        lossBefore: 0.4,
        lossAfter: 0.3,
        trainedAt: now,
      })
      keepRefolded(prepare, userId, { refolded, scheduler, now })
    })
    expect((await rebuildEverybody(now)).differing).toEqual([])
  })

  it.each([
    ['of another algorithm', 'fsrs-7', JSON.stringify(weights)],
    ['of another number', 'fsrs-6', '[1,2,3]'],
    ['that are no numbers', 'fsrs-6', '["a"]'],
  ])('%s are not used', async (_name, algorithm, text) => {
    users += 1
    const userId = await addUser(store.database, `learner ${users}`)
    await keep(userId, algorithm, text)
    expect(weightsIn(store.database.read, userId)).toEqual(defaultScheduling.weights)
  })
})
