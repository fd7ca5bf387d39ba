// What the marks of a large course cost: 300 students who have sat 30 assignments. The gradebook as a page and as CSV over
// HTTP in the built app, first with every paper to be marked and then with the scores that were kept; and the analysis of
// one assignment of 40 questions. The floor of the same run is the health check, and what one core parses of JSON.
import { serveBuild } from './app/serve-build'
import { makeSettings } from './app/settings'
import { coreRate } from './measure/core-rate'
import { median } from './measure/median'
import { type Figure, report } from './measure/report'

const { environment } = makeSettings()
const { makeCourse } = await import('./marks/make-course')

const questions = [40, ...Array.from({ length: 29 }, () => 20)]
const began = performance.now()
const { cookie, courseId, assignmentIds } = await makeCourse({ students: 300, questions })
console.log(`course written in ${((performance.now() - began) / 1000).toFixed(0)} s`)
const server = await serveBuild('.', environment)

async function took(path: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const start = performance.now()
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { cookie } })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`Cannot get ${path}: ${response.status} ${text.slice(0, 200)}`)
  return { ms: performance.now() - start, bytes: text.length }
}

/** The medians of some rounds, by the clock and of the server's processor time; the first rounds are left out as warming up. */
async function usual(path: string): Promise<{ readonly ms: number; readonly cpuMs: number }> {
  const [times, work]: readonly number[][] = [[], []]
  for (let round = -3; round < 15; round++) {
    const before = await server.cpuMs()
    const { ms } = await took(path)
    if (round < 0) continue
    times?.push(ms)
    work?.push((await server.cpuMs()) - before)
  }
  return { ms: median(times ?? []), cpuMs: median(work ?? []) }
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
  const cold = await took(gradebook)
  const page = await usual(gradebook)
  const file = await usual(csv)
  const beforeFirst = await server.cpuMs()
  const first = await took(analysis)
  const firstCpuMs = (await server.cpuMs()) - beforeFirst
  const items = await usual(analysis)
  const timed = [
    { name: 'gradebook', of: page, below: 500 },
    { name: 'CSV', of: file, below: 2000 },
    { name: 'analysis of 300 × 40', of: items, below: 1000 },
  ]
  const figures: readonly Figure[] = [
    { name: 'health check', measured: floor.ms, unit: 'ms' },
    { name: 'gradebook, every paper to be marked', measured: cold.ms, unit: 'ms' },
    { name: 'gradebook, HTML', measured: cold.bytes / 1000, unit: 'kB' },
    { name: 'analysis of 300 × 40, not remembered', measured: first.ms, unit: 'ms', target: { below: 1000 } },
    { name: 'analysis of 300 × 40, not remembered, processor time', measured: firstCpuMs, unit: 'ms' },
    ...timed.flatMap(({ name, of, below }): readonly Figure[] => [
      { name, measured: of.ms, unit: 'ms', target: { below } },
      { name: `${name}, processor time`, measured: of.cpuMs, unit: 'ms' },
      { name: `${name} / parsing 1 MB of JSON`, measured: of.cpuMs * parsesPerMs, unit: '' },
    ]),
  ]
  report('marks', figures)
} finally {
  await server.stop()
}
process.exit()
