// What the marks of a large course cost: 300 students who have sat 30 assignments. The gradebook as a page and as CSV over
// HTTP in the built app, first with every paper to be marked and then with the scores that were kept; and the analysis of
// one assignment of 40 questions; and the facts of the whole course, as a server that was just started sees them. The floors of
// the same run are the health check, what one core parses of JSON, and a table of as many cells in the emptiest Next app.
import { join } from 'node:path'
import { type ServedBuild, serveBuild } from './app/serve-build'
import { makeSettings } from './app/settings'
import { buildFloor, floorFolder } from './floor/build-floor'
import { coreRate } from './measure/core-rate'
import { median } from './measure/median'
import { type Figure, report } from './measure/report'

const { environment, folder } = makeSettings()
const { makeCourse } = await import('./marks/make-course')

const questions = [40, ...Array.from({ length: 29 }, () => 20)]
const began = performance.now()
const { cookie, courseId, assignmentIds } = await makeCourse({ students: 300, questions })
console.log(`course written in ${((performance.now() - began) / 1000).toFixed(0)} s`)
await buildFloor()
let server = await serveBuild('.', environment)
const empty = await serveBuild(floorFolder, { FLOOR_DATABASE: join(folder, 'floor.db') })

type Took = { readonly ms: number; readonly cpuMs: number; readonly bytes: number }

async function took(path: string, from: ServedBuild = server): Promise<Took> {
  const before = await from.cpuMs()
  const start = performance.now()
  const response = await fetch(`http://127.0.0.1:${from.port}${path}`, { headers: { cookie } })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`Cannot get ${path}: ${response.status} ${text.slice(0, 200)}`)
  const ms = performance.now() - start
  return { ms, cpuMs: (await from.cpuMs()) - before, bytes: text.length }
}

/** The medians of some rounds, by the clock and of the server's processor time; the first rounds are left out as warming up. */
async function usual(path: string, from?: ServedBuild): Promise<Took> {
  const rounds: Took[] = []
  for (let round = -3; round < 15; round++) {
    const one = await took(path, from)
    if (round >= 0) rounds.push(one)
  }
  const middle = (name: keyof Took) => median(rounds.map((one) => one[name]))
  return { ms: middle('ms'), cpuMs: middle('cpuMs'), bytes: middle('bytes') }
}

try {
  const gradebook = `/en/teach/${courseId}/gradebook`
  const csv = `/api/v1/courses/${courseId}/gradebook?locale=en`
  const analysis = `/en/teach/${courseId}/assignments/${assignmentIds[0]}/analysis`
  // Something of this machine that none of our code is in: how long it takes to parse a megabyte of JSON.
  const megabyte = JSON.stringify(Array.from({ length: 30_000 }, (_, index) => ({ index, name: 'a student' })))
  const parsesPerMs =
    coreRate(() => {
      JSON.parse(megabyte)
      return 1
    }) / 1000
  const floor = await usual('/api/health')
  const cells = await usual('/cells?rows=300&columns=30', empty)
  const cold = await took(gradebook)
  const page = await usual(gradebook)
  const file = await usual(csv)
  const first = await took(analysis)
  const items = await usual(analysis)
  // Of a server that has just been started nothing is remembered but what the database keeps.
  await server.stop()
  server = await serveBuild('.', environment)
  await took('/en')
  const again = await took(gradebook)
  const course = await took(`/en/teach/${courseId}/analysis`)
  const timed = [
    { name: 'gradebook', of: page, below: 500 },
    { name: 'CSV', of: file, below: 2000 },
    { name: 'analysis of 300 × 40', of: items, below: 1000 },
  ]
  const figures: readonly Figure[] = [
    { name: 'health check', measured: floor.ms, unit: 'ms' },
    { name: 'an empty Next page of 300 × 30 cells', measured: cells.ms, unit: 'ms' },
    { name: 'an empty Next page of 300 × 30 cells, processor time', measured: cells.cpuMs, unit: 'ms' },
    { name: 'gradebook, every paper to be marked', measured: cold.ms, unit: 'ms' },
    { name: 'gradebook, every paper to be marked, processor time', measured: cold.cpuMs, unit: 'ms' },
    { name: 'gradebook after a start', measured: again.ms, unit: 'ms' },
    { name: 'gradebook after a start, processor time', measured: again.cpuMs, unit: 'ms' },
    { name: 'facts of the course after a start', measured: course.ms, unit: 'ms' },
    { name: 'facts of the course after a start, processor time', measured: course.cpuMs, unit: 'ms' },
    { name: 'gradebook, HTML', measured: cold.bytes / 1000, unit: 'kB' },
    { name: 'analysis of 300 × 40, not remembered', measured: first.ms, unit: 'ms', target: { below: 1000 } },
    { name: 'analysis of 300 × 40, not remembered, processor time', measured: first.cpuMs, unit: 'ms' },
    ...timed.flatMap(({ name, of, below }): readonly Figure[] => [
      { name, measured: of.ms, unit: 'ms', target: { below } },
      { name: `${name}, processor time`, measured: of.cpuMs, unit: 'ms' },
      { name: `${name} / an empty Next page of 300 × 30 cells`, measured: of.cpuMs / cells.cpuMs, unit: '' },
      { name: `${name} / parsing 1 MB of JSON`, measured: of.cpuMs * parsesPerMs, unit: '' },
    ]),
  ]
  report('marks', figures)
} finally {
  await Promise.all([server.stop(), empty.stop()])
}
process.exit()
