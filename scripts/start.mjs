// npm start: makes what is missing or out of date, then serves. Each step prints a line; the last line is the address.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { hostname } from 'node:os'
import { buildApp } from './build-app.mjs'
import { addresses, listen } from './listen.mjs'
import { step } from './print-step.mjs'
import { noteSender } from './sender.mjs'
import { isSupportedNode } from './supported-node.mjs'

// Set before Next is loaded: React chooses its build by it.
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })

const port = Number(process.env.PORT || 3000)
// Containers and some shells export HOSTNAME as the machine's own name, which is nobody's wish to listen there alone.
const host = process.env.HOSTNAME && process.env.HOSTNAME !== hostname() ? process.env.HOSTNAME : '0.0.0.0'

/** @type {import('node:http').RequestListener} */
let handle = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '5', 'Content-Type': 'text/plain' }).end('Timewait is starting\n')
}

/** @type {import('node:http').Server | undefined} */
let server
/** @type {{ close: () => Promise<void> } | undefined} */
let app
let stopping = false

async function start() {
  if (!isSupportedNode(process.versions.node)) {
    throw new Error(`Cannot run on Node ${process.versions.node}: Timewait needs 20.19, 22.14, or 24 and later`)
  }
  if (!existsSync('node_modules/next')) throw new Error('Cannot find the packages: run npm ci')
  // The port is taken before anything is built: nobody waits for a build only to hear that the port is in use.
  server = await listen({ port, host, handle: (request, response) => handle(request, response) })
  await buildApp()
  await step('server started', serve)
}

async function serve() {
  const { default: next } = await import('next')
  // Next keeps the configuration that it has loaded, and prints a line of its own where it has to load it.
  const require = createRequire(import.meta.url)
  const { PHASE_PRODUCTION_SERVER } = require('next/constants')
  await require('next/dist/server/config').default(PHASE_PRODUCTION_SERVER, process.cwd())
  const served = next({ dev: false, hostname: host, port, dir: process.cwd() })
  await served.prepare()
  app = served
  const answer = served.getRequestHandler()
  const isBehindProxy = process.env.TRUST_PROXY === 'true'
  handle = (request, response) => {
    noteSender(request, isBehindProxy)
    void answer(request, response)
  }
  // Next runs instrumentation.ts (data folder, migrations, seed) before its first answer, so we ask for one.
  const health = await fetch(`${addresses(listening()).local}/api/health`)
  if (!health.ok) throw new Error(`Cannot answer: ${await health.text()}`)
}

function listening() {
  if (!server) throw new Error('The server is not listening yet')
  return server
}

// Requests in flight are answered, for five seconds at most; then everything is closed, the database last.
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => server?.closeAllConnections(), 5000).unref()
  await new Promise((resolve) => {
    if (!server) return resolve(undefined)
    server.close(resolve)
    server.closeIdleConnections()
  })
  await app?.close()
  await /** @type {{ timewaitClose?: () => Promise<void> }} */ (globalThis).timewaitClose?.()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

// npm puts a shell between itself and us, and that shell dies of a SIGTERM without handing it on. So we also stop when
// the process that started us is gone.
const parent = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 250).unref()

const began = performance.now()
try {
  await start()
} catch (error) {
  // What is foreseen begins with Cannot and is said in a sentence; anything else is a bug and shows its stack.
  const foreseen = error instanceof Error && error.message.startsWith('Cannot ')
  console.error(`\n${foreseen ? error.message : error instanceof Error ? error.stack : error}`)
  process.exit(1)
}
const { local, network } = addresses(listening())
console.log(`\nTimewait is ready after ${((performance.now() - began) / 1000).toFixed(1)} s`)
console.log(network ? `${local}  (in this network: ${network})` : local)
