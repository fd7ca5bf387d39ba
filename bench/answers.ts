// Answering over HTTP (session, mark, store, explain) beside the least that a Next server can do, one durable insert in a
// route of an app of its own (bench/floor): a route like that in Timewait itself would be code that ships for nobody.
// Both are built apps in processes of their own on fresh databases; this process is the load.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createPost, type Shot } from './app/post'
import { type ServedBuild, serveBuild } from './app/serve-build'
import { makeSettings } from './app/settings'
import { buildFloor, floorFolder } from './floor/build-floor'
import { rateAbreast, waitsAtRate } from './measure/load'
import { median, quantile } from './measure/median'
import { report } from './measure/report'

const { folder, environment } = makeSettings()
const { preparePractices } = await import('./app/prepare-practices')
const practices = await preparePractices({ guests: 100, practicesEach: 8, length: 40 })

const shots = practices
  .flatMap(({ id, cookie, givens }) =>
    givens.map((given, position): Shot => {
      const body = JSON.stringify({ id: randomUUID(), position, given, tookMs: 4000, locale: 'en' })
      return { path: `/api/v1/practices/${id}/answers`, cookie, body }
    }),
  )
  .values()
function nextShot(): Shot {
  const { value } = shots.next()
  if (value === undefined) throw new Error('Cannot go on: every question is answered')
  return value
}

await buildFloor()
const app = await serveBuild('.', environment)
const floor = await serveBuild(floorFolder, { FLOOR_DATABASE: path.join(folder, 'floor.db') })
const postToApp = createPost(app.port)
const postToFloor = createPost(floor.port)

async function answer(): Promise<void> {
  const { status, text } = await postToApp(nextShot())
  if (status !== 200) throw new Error(`Cannot answer: ${status} ${text}`)
}
async function insert(): Promise<void> {
  const { status } = await postToFloor({
    path: '/insert',
    cookie: '',
    body: JSON.stringify({ id: randomUUID(), given: 1 }),
  })
  if (status !== 200) throw new Error(`Cannot insert: ${status}`)
}

/** How many were done per second, and the milliseconds of the server's processor time for each. */
type Round = { readonly perSecond: number; readonly cpuMs: number }

async function round(server: ServedBuild, once: () => Promise<void>): Promise<Round> {
  let done = 0
  const before = await server.cpuMs()
  const perSecond = await rateAbreast(20, 4000, async () => {
    await once()
    done += 1
  })
  return { perSecond, cpuMs: ((await server.cpuMs()) - before) / done }
}

try {
  for (const warm of [insert, answer]) await rateAbreast(20, 8000, warm)
  const rounds: { readonly inserts: Round; readonly answers: Round }[] = []
  for (let nth = 0; nth < 5; nth++)
    rounds.push({ inserts: await round(floor, insert), answers: await round(app, answer) })
  const floorWaits = await waitsAtRate(200, 20_000, insert)
  const waits = await waitsAtRate(200, 20_000, answer)
  const middle = (figure: (one: (typeof rounds)[number]) => number) => median(rounds.map(figure))
  report('answers', [
    { name: 'inserts in an empty Next app, c=20', measured: middle(({ inserts }) => inserts.perSecond), unit: '/s' },
    { name: 'answers, c=20', measured: middle(({ answers }) => answers.perSecond), unit: '/s' },
    {
      name: 'answers / inserts',
      measured: middle(({ answers, inserts }) => answers.perSecond / inserts.perSecond),
      unit: '',
      target: { atLeast: 0.5 },
    },
    { name: 'processor time of an insert', measured: middle(({ inserts }) => inserts.cpuMs), unit: 'ms' },
    { name: 'processor time of an answer', measured: middle(({ answers }) => answers.cpuMs), unit: 'ms' },
    { name: 'insert at 200/s, p50', measured: quantile(floorWaits, 0.5), unit: 'ms' },
    { name: 'insert at 200/s, p99', measured: quantile(floorWaits, 0.99), unit: 'ms' },
    { name: 'answer at 200/s, p50', measured: quantile(waits, 0.5), unit: 'ms' },
    { name: 'answer at 200/s, p99', measured: quantile(waits, 0.99), unit: 'ms', target: { below: 50 } },
  ])
} finally {
  await Promise.all([app.stop(), floor.stop()])
}
process.exit()
