// What a day costs somebody with 1,000, 100,000 and 1,000,000 reviews behind them, over HTTP in the built app: the page of
// the review (with its queue), one answer, and each page of statistics. All three live in one database and are asked in
// turn, so that noise falls on all alike; the floor of the same run is the health check, which reads nothing of a learner.
import { randomUUID } from 'node:crypto'
import { createPost } from './app/post'
import { serveBuild } from './app/serve-build'
import { makeSettings } from './app/settings'
import { median } from './measure/median'
import { type Figure, report } from './measure/report'

const { environment } = makeSettings()
const { prepareCollections } = await import('./review/prepare-collections')

const pages = [
  '/en',
  '/en/review',
  '/en/cards/all',
  '/en/progress',
  '/en/progress/memory',
  '/en/progress/work',
  '/en/progress/misconceptions',
  '/en/progress/cards',
] as const
const sizes = [1_000, 100_000, 1_000_000] as const
const rounds = 60

type Collection = (typeof collections)[number]

const began = performance.now()
const collections = await prepareCollections(sizes)
console.log(`collections written in ${((performance.now() - began) / 1000).toFixed(0)} s`)
const server = await serveBuild('.', environment)
const post = createPost(server.port)

async function get(path: string, cookie: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { cookie } })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`Cannot get ${path}: ${response.status} ${text.slice(0, 200)}`)
}

async function took(once: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await once()
  return performance.now() - start
}

/** Answers the card that comes next, as a browser does, and keeps the one after it. */
async function answer(collection: Collection): Promise<void> {
  const { asked, cookie } = collection
  const body = JSON.stringify({
    ...{ id: randomUUID(), card: asked.card, handle: asked.handle, seed: asked.seed, given: asked.given },
    ...{ tookMs: 4000, at: new Date().toISOString(), sure: false, helped: false, rating: null, locale: 'en' },
  })
  const { status, text } = await post({ path: '/api/v1/reviews', cookie, body })
  if (status !== 200) throw new Error(`Cannot answer: ${status} ${text}`)
  const { next } = JSON.parse(text)
  collection.asked = { ...next, given: collection.givenFor(next) }
}

/** The milliseconds that each collection takes, round by round, the first rounds left out as warming up. */
async function measured(once: (collection: Collection) => Promise<void>): Promise<number[]> {
  const times = collections.map((): number[] => [])
  for (let round = -5; round < rounds; round++)
    for (const [index, collection] of collections.entries()) {
      const ms = await took(() => once(collection))
      if (round >= 0) times[index]?.push(ms)
    }
  return times.map(median)
}

try {
  const figures: Figure[] = []
  const floor = median(await measured(() => get('/api/health', '')))
  figures.push({ name: 'health check', measured: floor, unit: 'ms' })
  const acts = [
    { name: 'one answer', once: answer },
    ...pages.map((page) => ({ name: page, once: ({ cookie }: Collection) => get(page, cookie) })),
    { name: 'history of a card', once: ({ cookie, card }: Collection) => get(`/en/progress/cards/${card}`, cookie) },
  ]
  for (const { name, once } of acts) {
    const [small = 0, middle = 0, large = 0] = await measured(once)
    figures.push(
      { name: `${name}, 10^3`, measured: small, unit: 'ms' },
      { name: `${name}, 10^6`, measured: large, unit: 'ms' },
      { name: `${name}, 10^5 / 10^3`, measured: middle / small, unit: '', target: { below: 1.5 } },
      { name: `${name}, 10^6 / 10^3`, measured: large / small, unit: '', target: { below: 1.5 } },
    )
  }
  report('review', figures)
} finally {
  await server.stop()
}
process.exit()
