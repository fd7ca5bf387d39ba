// What a phone downloads before a page works: the scripts of its first load, compressed, in units of 1,000 bytes, beside
// what an empty Next app loads by the same count; that part is not ours to change.
import { gzipSync } from 'node:zlib'
import { type ServedBuild, serveBuild } from './app/serve-build'
import { makeSettings } from './app/settings'
import { buildFloor, floorFolder } from './floor/build-floor'
import { type Figure, report } from './measure/report'

const budgetKb = 36

const { environment } = makeSettings()
const { preparePractices } = await import('./app/prepare-practices')
const [practice] = await preparePractices({ guests: 1, practicesEach: 1, length: 5 })
if (practice === undefined) throw new Error('Cannot measure without a practice')

const pages = [
  { name: 'Home', path: '/en', budgeted: true },
  { name: 'Practice', path: '/en/practice', budgeted: true },
  { name: 'a running practice', path: `/en/practice/${practice.id}`, budgeted: true },
  { name: 'Learn', path: '/en/learn', budgeted: false },
  { name: 'For programs', path: '/en/programs', budgeted: false },
]

async function load({ port }: ServedBuild, path: string): Promise<Buffer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: practice?.cookie ?? '' } })
  if (!response.ok) throw new Error(`Cannot load ${path}: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** The scripts that a page names in its HTML; what only very old browsers take (nomodule) does not count. */
function scriptsOf(html: string): readonly string[] {
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]+"[^>]*>/g) ?? []
  const modern = tags.filter((tag) => !/nomodule/i.test(tag))
  return [...new Set(modern.flatMap((tag) => tag.match(/src="([^"]+)"/)?.slice(1) ?? []))]
}

/** The page's scripts, compressed, in kB. */
async function scriptsKb(server: ServedBuild, path: string): Promise<number> {
  const html = await load(server, path)
  const scripts = await Promise.all(scriptsOf(html.toString()).map((script) => load(server, script)))
  return scripts.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1000
}

await buildFloor()
const app = await serveBuild('.', environment)
const floor = await serveBuild(floorFolder, {})
try {
  const emptyKb = await scriptsKb(floor, '/')
  const figures: Figure[] = [{ name: 'an empty Next app', measured: emptyKb, unit: 'kB' }]
  for (const { name, path, budgeted } of pages) {
    const above = (await scriptsKb(app, path)) - emptyKb
    figures.push({
      name: `${name}, above empty`,
      measured: above,
      unit: 'kB',
      ...(budgeted && { target: { below: budgetKb } }),
    })
  }
  report('sizes', figures)
} finally {
  await Promise.all([app.stop(), floor.stop()])
}
process.exit()
