import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { printStep } from './print-step.mjs'
import { runTool } from './run-command.mjs'

const clientFolder = join('lib', 'store', 'generated')
const clientSources = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']
const buildSources = [
  'app',
  'components',
  'lib',
  'messages',
  'public',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'prepare-server.ts',
  'scripts/marking-version.mjs',
  'scripts/print-step.mjs',
  'proxy.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'package-lock.json',
  'tsconfig.json',
]

/** @param {string} path */
const isNoSource = (path) => path === clientFolder || /[.]test[.]\w+$|[.]d[.]json[.]ts$/.test(path)

/**
 * Does `work` unless `stamp` says that it was done for just these sources; prints a step where there was something to do.
 * @param {{ name: string, stamp: string, sources: string, work: () => Promise<{ code: number, output: string }> }} task
 */
async function unlessDone({ name, stamp, sources, work }) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  const began = performance.now()
  const { code, output } = await work()
  if (code !== 0) {
    console.error(output)
    throw new Error(`Cannot do this step: ${name}`)
  }
  writeFileSync(stamp, sources)
  printStep(name, performance.now() - began)
}

/** Generates the Prisma client where the schema is newer than it. */
export async function generateClient() {
  if (!existsSync('prisma/schema.prisma')) return
  await unlessDone({
    name: 'database client generated',
    stamp: join(clientFolder, '.fingerprint'),
    sources: fingerprint(clientSources),
    work: () => runTool('prisma', ['generate'], { quiet: true }),
  })
}

/** Builds the app for production where its sources are newer than the build. */
export async function buildApp() {
  await generateClient()
  await unlessDone({
    name: 'app built',
    stamp: join('.next', 'fingerprint'),
    sources: fingerprint(buildSources, isNoSource),
    work: () =>
      runTool('next', ['build'], { quiet: true, env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } }),
  })
}
