// A room of 500 sits an exam: everybody starts within ten seconds, answers 20 questions with a draft every five seconds while
// the page listens for changes of its clock and asks for it every ten, is given five minutes more in the middle, and hands in
// within the same minute. Then 100 start in one second, and 100 hand in in one second; and saving one answer is held against
// the least that a Next server can do (bench/floor).
// The app is a process of its own on a fresh database; this process is the load.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { listen } from './app/listen'
import { createPost, type Reply, type Shot } from './app/post'
import type { Sitter, Sitting } from './app/prepare-class'
import { serveBuild } from './app/serve-build'
import { makeSettings } from './app/settings'
import { buildFloor, floorFolder } from './floor/build-floor'
import { rateAbreast } from './measure/load'
import { median, quantile } from './measure/median'
import { report } from './measure/report'
import { readTicks, stolenBetween } from './measure/stolen'

const students = 500
const questions = 20
const draftEveryMs = 5000
const askEveryMs = 10_000

const { folder, environment } = makeSettings()
const { prepareClass } = await import('./app/prepare-class')
const [room, rush, few] = await prepareClass([students, 100, 20], questions)
if (room === undefined || rush === undefined || few === undefined) throw new Error('Cannot prepare the class')

await buildFloor()
const app = await serveBuild('.', environment)
const floor = await serveBuild(floorFolder, { FLOOR_DATABASE: path.join(folder, 'floor.db') })
const post = createPost(app.port)
const postToFloor = createPost(floor.port)

const errors: string[] = []
/** The ids of every draft that was acknowledged. */
const acknowledged: string[] = []

/** Sends a shot; an answer that is no success is an error. */
async function send(shot: Shot): Promise<Reply> {
  const reply = await post(shot)
  if (reply.status >= 300) errors.push(`${shot.path}: ${reply.status} ${reply.text.slice(0, 200)}`)
  return reply
}

/** The milliseconds from when a shot was due until it was answered. */
async function timed(shot: Shot, due: number): Promise<number> {
  await send(shot)
  return performance.now() - due
}

const start = ({ assignmentId }: Sitting, { cookie }: Sitter, due: number) =>
  timed({ path: `/api/v1/assignments/${assignmentId}/tries`, cookie, body: '{"password":"","isHonoured":true}' }, due)

async function draft({ cookie, attemptId, givens }: Sitter, position: number, revision: number, due: number) {
  const id = randomUUID()
  const before = errors.length
  const given = givens[position] ?? null
  const body = JSON.stringify({ id, by: tab, position, revision, given })
  const took = await timed({ path: `/api/v1/exams/${attemptId}/drafts`, cookie, body }, due)
  if (errors.length === before) acknowledged.push(id)
  return took
}
const tab = randomUUID()

const handIn = ({ cookie, attemptId }: Sitter, due: number) =>
  timed({ path: `/api/v1/exams/${attemptId}/submission`, cookie, body: JSON.stringify({ id: randomUUID() }) }, due)

/** Asks what is in force, as a page does; gives when the attempt ends. */
async function askClock({ cookie, attemptId }: Sitter): Promise<number> {
  const { text } = await send({ path: `/api/v1/exams/${attemptId}`, cookie, body: '', method: 'GET' })
  return JSON.parse(text).state.endsAt
}

async function timeAsking(sitter: Sitter, due: number): Promise<number> {
  await askClock(sitter)
  return performance.now() - due
}

/** Has every page listen, and notes how long after `given.at` each knows of a later end. Gives what ends the listening. */
async function listenAll(sitters: readonly Sitter[], given: { at: number }, known: number[]) {
  const ends: (() => void)[] = []
  for (const sitter of sitters) {
    const endsAt = await askClock(sitter)
    let hasMore = false
    const path = `/api/v1/exams/${sitter.attemptId}/events`
    const end = await listen(app.port, { path, cookie: sitter.cookie }, (data) => {
      if (hasMore || JSON.parse(data).endsAt === endsAt) return
      hasMore = true
      known.push(performance.now() - given.at)
    })
    ends.push(end)
  }
  return () => {
    for (const end of ends) end()
  }
}

/** Gives everybody who sits five minutes more. */
const giveMore = ({ assignmentId, teacher }: Sitting) =>
  send({
    path: `/api/v1/assignments/${assignmentId}/acts`,
    cookie: teacher,
    body: JSON.stringify({ act: { kind: 'extended', minutes: 5 }, studentId: null }),
  })

/** Waits until an instant of performance.now, and gives it. */
async function at(instant: number): Promise<number> {
  const aheadMs = instant - performance.now()
  if (aheadMs > 0) await sleep(aheadMs)
  return instant
}

/** Has everybody do something once, spread evenly over a time. */
async function spread(
  sitters: readonly Sitter[],
  overMs: number,
  once: (sitter: Sitter, due: number) => Promise<number>,
) {
  const began = performance.now() + 200
  return Promise.all(
    sitters.map(async (sitter, nth) => once(sitter, await at(began + (nth * overMs) / sitters.length))),
  )
}

/** One student at work: a draft for each question in turn, and the page that keeps asking for the clock. */
async function work(sitter: Sitter, began: number, drafts: number[], asks: number[]): Promise<void> {
  const asking = async () => {
    for (let due = began + askEveryMs; due < began + questions * draftEveryMs; due += askEveryMs)
      asks.push(await timeAsking(sitter, await at(due)))
  }
  const answering = async () => {
    for (let position = 0; position < questions; position++)
      drafts.push(await draft(sitter, position, 1, await at(began + position * draftEveryMs)))
  }
  await Promise.all([asking(), answering()])
}

async function insert(): Promise<void> {
  const body = JSON.stringify({ id: randomUUID(), given: 1 })
  const { status } = await postToFloor({ path: '/insert', cookie: '', body })
  if (status !== 200) throw new Error(`Cannot insert: ${status}`)
}

let revision = 1
async function save(): Promise<void> {
  revision += 1
  const sitter = few?.sitters[revision % few.sitters.length]
  if (sitter !== undefined)
    await draft(sitter, revision % questions, 1 + Math.floor(revision / questions), performance.now())
}

try {
  // A server that has just begun has compiled nothing yet; a room does not meet it so.
  for (const sitter of few.sitters) await start(few, sitter, performance.now())
  await rateAbreast(20, 4000, insert)
  for (const sitter of few.sitters) await askClock(sitter)

  const starts = await spread(room.sitters, 10_000, (sitter, due) => start(room, sitter, due))
  const drafts: number[] = []
  const asks: number[] = []
  const known: number[] = []
  const given = { at: Number.POSITIVE_INFINITY }
  const endListening = await listenAll(room.sitters, given, known)
  const before = await readTicks()
  const worked = await app.cpuMs()
  const began = performance.now() + 500
  const giving = at(began + (questions * draftEveryMs) / 2).then((now) => {
    given.at = now
    return giveMore(room)
  })
  await Promise.all([
    giving,
    ...room.sitters.map((sitter, nth) => work(sitter, began + (nth * draftEveryMs) / students, drafts, asks)),
  ])
  endListening()
  const stolen = stolenBetween(before, await readTicks())
  const busy = ((await app.cpuMs()) - worked) / (performance.now() - began)
  const submissions = await spread(room.sitters, 60_000, handIn)
  const rushed = await spread(rush.sitters, 1000, (sitter, due) => start(rush, sitter, due))
  const rushedOut = await spread(rush.sitters, 1000, handIn)

  const rounds: { readonly inserts: number; readonly saves: number }[] = []
  for (let nth = 0; nth < 5; nth++)
    rounds.push({ inserts: await rateAbreast(20, 3000, insert), saves: await rateAbreast(20, 3000, save) })
  await Promise.all([app.stop(), floor.stop()])

  const { openDatabase } = await import('../lib/store/database')
  const { read, close } = await openDatabase(environment.DATABASE_URL)
  const find = read<[string]>('SELECT 1 FROM "ExamEvent" WHERE id = ?')
  const lost = acknowledged.filter((id) => find.get(id) === undefined).length
  await close()

  for (const error of new Set(errors.map((text) => text.replace(/[0-9a-f-]{36}/g, '…')))) console.log(error)
  report('class', [
    { name: 'errors', measured: errors.length, unit: '', target: { below: 1 } },
    { name: 'taken from this machine by its host meanwhile', measured: stolen, unit: '%' },
    { name: 'the server meanwhile, of one core', measured: busy * 100, unit: '%' },
    { name: 'drafts acknowledged', measured: acknowledged.length, unit: '' },
    { name: 'of them lost', measured: lost, unit: '', target: { below: 1 } },
    { name: '500 starts in 10 s, p95', measured: quantile(starts, 0.95), unit: 'ms' },
    { name: 'draft, p50', measured: quantile(drafts, 0.5), unit: 'ms' },
    { name: 'draft, p99', measured: quantile(drafts, 0.99), unit: 'ms', target: { below: 250 } },
    { name: 'pages that know of more time', measured: known.length, unit: '', target: { atLeast: students } },
    { name: 'the last of them after', measured: Math.max(...known), unit: 'ms', target: { below: 5000 } },
    { name: 'clock asked, p99', measured: quantile(asks, 0.99), unit: 'ms' },
    {
      name: '500 hand in within a minute, p99',
      measured: quantile(submissions, 0.99),
      unit: 'ms',
      target: { below: 250 },
    },
    { name: '100 start in one second, p95', measured: quantile(rushed, 0.95), unit: 'ms', target: { below: 1000 } },
    {
      name: '100 hand in in one second, p95',
      measured: quantile(rushedOut, 0.95),
      unit: 'ms',
      target: { below: 1000 },
    },
    { name: 'inserts in an empty Next app, c=20', measured: median(rounds.map(({ inserts }) => inserts)), unit: '/s' },
    { name: 'answers saved, c=20', measured: median(rounds.map(({ saves }) => saves)), unit: '/s' },
    {
      name: 'answers saved / inserts',
      measured: median(rounds.map(({ saves, inserts }) => saves / inserts)),
      unit: '',
      target: { atLeast: 0.65 },
    },
  ])
} finally {
  await Promise.all([app.stop(), floor.stop()])
}
process.exit()
