import { describe, expect, it } from 'vitest'
import type { AheadReply, BatchReply } from '@/lib/offline/exchange'
import type { DeviceReview, Taken } from '@/lib/offline/taken'
import type { Scheduling } from '@/lib/review/scheduler'
import type { Asked } from './ask-server'
import { createDevice } from './device'
import type { DeviceStore, Held } from './device-store'
import type { Mark } from './mark'

const scheduling: Scheduling = { retention: 0.9, steps: [], relearningSteps: [], maximumDays: 99, weights: [] }

/** A store that keeps what it is given in memory; `full` refuses to. */
function memoryStore(held: Held = { taken: null, reviews: [] }) {
  let kept = held
  const store: DeviceStore & { full: boolean } = {
    full: false,
    read: async () => kept,
    async keepTaken(taken) {
      kept = { taken, reviews: kept.reviews.filter(({ status }) => status !== 'sent') }
    },
    async addReview(review) {
      if (store.full) throw new Error('No room')
      kept = { ...kept, reviews: [...kept.reviews, review] }
    },
    async changeReviews(changed) {
      const byId = new Map(changed.map((review) => [review.sent.id, review]))
      kept = { ...kept, reviews: kept.reviews.map((review) => byId.get(review.sent.id) ?? review) }
    },
    async removeReviews(ids) {
      kept = { ...kept, reviews: kept.reviews.filter(({ sent }) => !ids.includes(sent.id)) }
    },
    async dropTaken() {
      kept = { taken: null, reviews: kept.reviews.filter(({ status }) => status !== 'sent') }
    },
    async forget(owner) {
      kept = {
        taken: kept.taken?.owner === owner ? null : kept.taken,
        reviews: kept.reviews.filter((review) => review.owner !== owner),
      }
    },
  }
  return store
}

const ahead = (owner = 'ada'): Asked<AheadReply> => ({
  kind: 'answered',
  reply: {
    owner,
    now: 2000,
    scheduling,
    clock: { timeZone: 'UTC', dayStartsAtHour: 4 },
    selfRating: false,
    numberKeys: true,
    usualMs: {},
    cards: [],
  },
})

const taken: Taken = {
  owner: 'ada',
  build: 'one',
  at: { byServer: 1, byDevice: 1 },
  scheduling,
  clock: { timeZone: 'UTC', dayStartsAtHour: 4 },
  selfRating: false,
  numberKeys: true,
  usualMs: {},
  cards: [{ card: 'a', version: 9, siblings: [], memory: null, showings: [] }],
}

const reviewOf = (id: string, owner = 'ada'): DeviceReview => ({
  owner,
  sent: {
    id,
    card: 'a',
    handle: 1,
    seed: 1,
    given: { choice: 0 },
    print: 1,
    tookMs: 1,
    sure: false,
    rating: null,
    at: 1,
    taken: taken.at,
  },
  rating: 'good',
  kind: 'next-state',
  status: 'unsent',
})

const unrated = (id: string): DeviceReview => ({ ...reviewOf(id), status: 'unrated' })

type Batch = {
  readonly owner: string
  readonly now: number
  readonly reviews: readonly { readonly id: string; readonly rating: string | null }[]
}

/** A device before a server that answers as told; what was asked of it and noted is written down. */
function deviceWith(
  store: DeviceStore,
  answer: (batch: Batch) => Asked<BatchReply>,
  askAhead: () => Asked<AheadReply> = ahead,
) {
  const batches: Batch[] = []
  const held: unknown[] = []
  const notes: (Mark | null)[] = []
  const waiting: { readonly act: () => void; readonly ms: number }[] = []
  const device = createDevice({
    store,
    async sendBatch(body) {
      batches.push(body as Batch)
      return answer(body as Batch)
    },
    async askAhead(body) {
      held.push(body)
      return askAhead()
    },
    takeAlong: async (_, { owner }, byDevice) => ({ ...taken, owner, at: { byServer: 2000, byDevice } }),
    build: 'one',
    clock: () => 1500,
    later: (act, ms) => waiting.push({ act, ms }),
    note: (mark) => notes.push(mark),
  })
  return { device, batches, held, notes, waiting }
}

const noParts = {
  askAhead: async () => ahead(),
  takeAlong: async () => taken,
  build: 'one',
  clock: () => 1500,
  later: () => {},
  note: () => {},
}

const recorded = ({ reviews }: Batch): Asked<BatchReply> => ({
  kind: 'answered',
  reply: { results: reviews.map(() => ({ kind: 'recorded' })) },
})

describe('a device', () => {
  it('takes nothing along before somebody wants it, and keeps what it then takes', async () => {
    const { device, held, notes } = deviceWith(memoryStore(), recorded)
    await device.sync()
    expect(held).toEqual([])
    await device.want()
    expect(device.view()).toMatchObject({ taken: { owner: 'ada', at: { byServer: 2000, byDevice: 1500 } } })
    expect(notes.at(-1)).toEqual({ owner: 'ada', waiting: {} })
  })

  it('says which cards it holds, unless another build took them along', async () => {
    const same = deviceWith(memoryStore({ taken, reviews: [] }), recorded)
    await same.device.sync()
    expect(same.held).toEqual([{ held: [{ card: 'a', version: 9 }] }])
    const other = deviceWith(memoryStore({ taken: { ...taken, build: 'before' }, reviews: [] }), recorded)
    await other.device.sync()
    expect(other.held).toEqual([{ held: [] }])
  })

  it('sends what waits fifty at a time, with its clock and whose it is, and then takes along anew', async () => {
    const reviews = Array.from({ length: 120 }, (_, place) => reviewOf(`${place}`))
    const { device, batches, held } = deviceWith(memoryStore({ taken, reviews }), recorded)
    await device.sync()
    expect(batches.map((batch) => batch.reviews.length)).toEqual([50, 50, 20])
    expect(batches[0]).toMatchObject({ owner: 'ada', now: 1500 })
    expect(batches.flatMap((batch) => batch.reviews.map(({ id }) => id))).toEqual(reviews.map(({ sent }) => sent.id))
    expect(held.length).toBe(1)
    expect(device.view()).toMatchObject({ reviews: [], sentCount: 120, server: 'reached' })
  })

  it('keeps what it could not send and tries again, each time later, a minute at most', async () => {
    let isThere = false
    const { device, waiting } = deviceWith(memoryStore({ taken, reviews: [reviewOf('one')] }), (batch) =>
      isThere ? recorded(batch) : { kind: 'unreached' },
    )
    await device.sync()
    for (let turn = 0; turn < 6; turn++) {
      waiting.at(-1)?.act()
      await device.sync()
    }
    expect(waiting.slice(0, 7).map(({ ms }) => ms)).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
    expect(device.view()).toMatchObject({ server: 'unreached', reviews: [{ status: 'unsent' }] })
    isThere = true
    waiting.at(-1)?.act()
    await device.sync()
    expect(device.view()).toMatchObject({ server: 'reached', reviews: [], sentCount: 1 })
  })

  it('keeps a review that was sent, as sent, until the cards are taken along anew', async () => {
    const store = memoryStore({ taken, reviews: [reviewOf('one')] })
    const { device } = deviceWith(store, recorded, () => ({ kind: 'unreached' }))
    await device.sync()
    expect(device.view().reviews).toMatchObject([{ sent: { id: 'one' }, status: 'sent' }])
    expect(await device.undo()).toBe(null)
  })

  it('keeps what is refused for good, with the reason, until it is put away; what met a busy server is sent again', async () => {
    const results = [
      { kind: 'refused', error: 'withdrawn' },
      { kind: 'already' },
      { kind: 'refused', error: 'busy' },
    ] as const
    let turn = 0
    const reviews = ['gone', 'known', 'late'].map((id) => reviewOf(id))
    const { device, batches } = deviceWith(memoryStore({ taken, reviews }), (batch) => {
      turn += 1
      return turn === 1 ? { kind: 'answered', reply: { results } } : recorded(batch)
    })
    await device.sync()
    expect(batches.map((batch) => batch.reviews.map(({ id }) => id))).toEqual([['gone', 'known', 'late'], ['late']])
    expect(device.view().reviews).toMatchObject([{ sent: { id: 'gone' }, status: { refused: 'withdrawn' } }])
    await device.dismiss()
    expect(device.view().reviews).toEqual([])
  })

  it('takes back the last review that is not sent', async () => {
    const { device, batches } = deviceWith(memoryStore({ taken, reviews: [] }), recorded)
    expect(await device.add(reviewOf('one'))).toBe(true)
    expect(await device.add(reviewOf('two'))).toBe(true)
    expect((await device.undo())?.sent.id).toBe('two')
    await device.sync()
    expect(batches.map((batch) => batch.reviews.map(({ id }) => id))).toEqual([['one']])
  })

  it('does not take back a review that is on its way', async () => {
    const store = memoryStore({ taken, reviews: [reviewOf('one')] })
    const undone: unknown[] = []
    const { device } = deviceWith(store, recorded)
    const late = createDevice({
      ...noParts,
      store,
      async sendBatch() {
        undone.push(await late.undo())
        return { kind: 'unreached' }
      },
    })
    await late.sync()
    expect(undone).toEqual([null])
    await device.sync()
    expect(device.view()).toMatchObject({ reviews: [], sentCount: 1 })
  })

  it('sends no review before its learner has rated it, though the network is there', async () => {
    const { device, batches, notes } = deviceWith(memoryStore({ taken, reviews: [] }), recorded)
    await device.sync()
    await device.add(unrated('one'))
    await device.sync()
    expect(batches).toEqual([])
    expect(notes.at(-1)).toEqual({ owner: 'ada', waiting: { ada: 1 } })
    expect(await device.rate('one', 'easy')).toEqual({ kind: 'rated' })
    expect(device.view().reviews).toMatchObject([{ rating: 'easy', status: 'unsent' }])
    await device.sync()
    expect(batches.map(({ reviews }) => reviews)).toMatchObject([[{ id: 'one', rating: 'easy' }]])
  })

  it('sends what a page before it left without a rating, to be rated by the evidence', async () => {
    const { device, batches } = deviceWith(memoryStore({ taken, reviews: [unrated('one')] }), recorded)
    await device.sync()
    expect(batches.map(({ reviews }) => reviews)).toMatchObject([[{ id: 'one', rating: null }]])
    expect(await device.rate('one', 'easy')).toEqual({ kind: 'too late', rating: null })
  })

  it('sends what its learner leaves without a rating, and says that a rating comes too late', async () => {
    const { device, batches } = deviceWith(memoryStore({ taken, reviews: [] }), recorded, () => ({ kind: 'unreached' }))
    await device.sync()
    await device.add(unrated('one'))
    await device.leaveUnrated()
    expect(batches.map(({ reviews }) => reviews)).toMatchObject([[{ id: 'one', rating: null }]])
    expect(await device.rate('one', 'easy')).toEqual({ kind: 'too late', rating: 'good' })
    expect(device.view().reviews).toMatchObject([{ rating: 'good', status: 'sent' }])
  })

  it('takes back a review that waits for its rating', async () => {
    const { device } = deviceWith(memoryStore({ taken, reviews: [] }), recorded)
    await device.sync()
    await device.add(unrated('one'))
    expect((await device.undo())?.sent.id).toBe('one')
    expect(device.view().reviews).toEqual([])
  })

  it('does not send a review that is just being taken back', async () => {
    const store = memoryStore({ taken, reviews: [reviewOf('one')] })
    const { device, batches } = deviceWith(store, (batch) => (isThere ? recorded(batch) : { kind: 'unreached' }))
    let isThere = false
    await device.sync()
    isThere = true
    const before = batches.length
    const { removeReviews } = store
    let goOn = () => {}
    const slow = new Promise<void>((resolve) => {
      goOn = resolve
    })
    store.removeReviews = (ids) => slow.then(() => removeReviews(ids))
    const undoing = device.undo()
    await device.sync()
    goOn()
    expect((await undoing)?.sent.id).toBe('one')
    expect(batches.length).toBe(before)
  })

  it('says so where the browser keeps nothing', async () => {
    const store = memoryStore({ taken, reviews: [] })
    store.full = true
    const { device } = deviceWith(store, recorded)
    expect(await device.add(reviewOf('one'))).toBe(false)
    expect(device.view()).toMatchObject({ trouble: 'no storage', reviews: [] })
  })

  it.each(['signed out', 'another owner'])(
    'lets the cards go where the server says %s, not what waits',
    async (error) => {
      const store = memoryStore({ taken, reviews: [reviewOf('one'), unrated('two')] })
      const { device, batches, notes, waiting } = deviceWith(store, () => ({ kind: 'refused', error }))
      await device.sync()
      expect(device.view()).toMatchObject({ taken: null, reviews: [], trouble: 'signed out' })
      expect(notes.at(-1)).toEqual({ owner: null, waiting: { ada: 2 } })
      await device.sync()
      expect(batches.length).toBe(1)
      expect(waiting).toEqual([])
    },
  )

  it('sends what waited when its owner signs in again, without cards being taken along', async () => {
    const { device, batches, held, notes } = deviceWith(
      memoryStore({ taken: null, reviews: [reviewOf('one')] }),
      recorded,
    )
    await device.sync()
    expect(batches).toEqual([])
    device.isFor('ada')
    await device.sync()
    expect(batches).toMatchObject([{ owner: 'ada', reviews: [{ id: 'one' }] }])
    expect(held).toEqual([])
    expect(device.view()).toMatchObject({ reviews: [], sentCount: 1 })
    expect(notes.at(-1)).toBe(null)
  })

  it('tries again to send what waited where no cards are', async () => {
    const store = memoryStore({ taken: null, reviews: [reviewOf('one')] })
    const { device, waiting } = deviceWith(store, () => ({ kind: 'unreached' }))
    device.isFor('ada')
    await device.sync()
    expect(waiting.map(({ ms }) => ms)).toEqual([2000])
  })

  it('neither shows nor sends what another has here, and keeps it', async () => {
    const store = memoryStore({ taken, reviews: [reviewOf('hers'), { ...reviewOf('done'), status: 'sent' }] })
    const { device, batches, notes } = deviceWith(store, recorded, () => ahead('eve'))
    device.isFor('eve')
    await device.sync()
    expect(device.view()).toMatchObject({ taken: null, reviews: [] })
    await device.want()
    await device.add(reviewOf('own', 'eve'))
    expect(device.view()).toMatchObject({ taken: { owner: 'eve' }, reviews: [{ owner: 'eve' }] })
    await device.sync()
    expect(batches).toMatchObject([{ owner: 'eve', reviews: [{ id: 'own' }] }])
    expect(await device.undo()).toBe(null)
    expect(notes.at(-1)).toEqual({ owner: 'eve', waiting: { ada: 1 } })
    expect((await store.read()).reviews).toMatchObject([{ owner: 'ada', sent: { id: 'hers' }, status: 'unsent' }])
  })

  it('lets the cards go of whoever is not signed in, and asks the server nothing', async () => {
    const { device, batches, held, notes } = deviceWith(memoryStore({ taken, reviews: [reviewOf('one')] }), recorded)
    device.isFor(null)
    await device.sync()
    expect([batches, held]).toEqual([[], []])
    expect(notes.at(-1)).toEqual({ owner: null, waiting: { ada: 1 } })
  })

  it('does not mind a refusal that comes when another has signed in meanwhile', async () => {
    const store = memoryStore({ taken, reviews: [reviewOf('one')] })
    const { device } = deviceWith(store, () => {
      device.isFor('eve')
      return { kind: 'refused', error: 'another owner' }
    })
    device.isFor('ada')
    await device.sync()
    expect(device.view()).toMatchObject({ trouble: null, taken: null, reviews: [] })
    expect((await store.read()).reviews.length).toBe(1)
  })

  it('takes along for nobody else than who wanted it', async () => {
    const store = memoryStore()
    const { device } = deviceWith(store, recorded, () => {
      device.isFor('eve')
      return ahead('ada')
    })
    device.isFor('ada')
    await device.want()
    expect((await store.read()).taken).toBe(null)
  })

  it('leaves nothing of who wants nothing left, and all of the others', async () => {
    const store = memoryStore({ taken, reviews: [reviewOf('one'), reviewOf('hers', 'eve')] })
    const { device, notes } = deviceWith(store, recorded)
    device.isFor('ada')
    await device.forget('ada')
    expect(device.view()).toMatchObject({ taken: null, reviews: [] })
    expect(notes.at(-1)).toEqual({ owner: null, waiting: { eve: 1 } })
  })

  it('removes what waits for others where that is wanted, and nothing else', async () => {
    const store = memoryStore({ taken, reviews: [reviewOf('own'), reviewOf('hers', 'eve')] })
    const { device, notes } = deviceWith(store, recorded)
    await device.removeOthers()
    expect(notes.at(-1)).toEqual({ owner: 'ada', waiting: { ada: 1 } })
    expect(device.view()).toMatchObject({ taken: { owner: 'ada' }, reviews: [{ sent: { id: 'own' } }] })
  })

  it('that cannot load what reads the cards tries again', async () => {
    const waiting: number[] = []
    const device = createDevice({
      ...noParts,
      store: memoryStore({ taken, reviews: [] }),
      sendBatch: async () => ({ kind: 'unreached' }),
      takeAlong: () => Promise.reject(new Error('No network')),
      later: (_, ms) => waiting.push(ms),
    })
    await device.sync()
    expect(device.view()).toMatchObject({ server: 'unreached', taken: { owner: 'ada' } })
    expect(waiting).toEqual([2000])
  })

  it('mixes no cards of two owners', async () => {
    const { device } = deviceWith(memoryStore({ taken, reviews: [] }), recorded, () => ahead('eve'))
    await device.sync()
    expect(device.view()).toMatchObject({ taken: null, trouble: 'signed out' })
  })
})
