// Serves a built app in this process, which can so be killed as a whole. Prints its port once it listens, and at each
// line on its input the milliseconds of processor time that it has used; ends with its input.
//   node bench/app/serve.mjs FOLDER
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'

Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
const { default: next } = await import('next')

createInterface(process.stdin)
  .on('line', () => {
    const { user, system } = process.cpuUsage()
    console.log(`cpu ${(user + system) / 1000}`)
  })
  // Whoever measures is done, or gone.
  .on('close', () => process.exit(0))

const served = next({ dev: false, dir: process.argv[2] ?? '.', hostname: '127.0.0.1', port: 0 })
await served.prepare()
const answer = served.getRequestHandler()
const server = createServer((request, response) => void answer(request, response))
// The load's own pauses must not cost it its connections.
Object.assign(server, { keepAliveTimeout: 600_000, headersTimeout: 0, requestTimeout: 0 })
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`port ${typeof address === 'object' && address ? address.port : 0}`)
})
