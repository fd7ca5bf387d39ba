// npm run bench: every measurement in bench/, or those that are named: npm run bench -- sizes
import { readdirSync } from 'node:fs'
import { buildApp } from './build-app.mjs'
import { runTool } from './run-command.mjs'

const all = readdirSync('bench').filter((name) => name.endsWith('.ts'))
const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? all : wanted.map((name) => `${name.replace(/[.]ts$/, '')}.ts`)

await buildApp()
let failed = 0
for (const name of chosen) {
  console.log(`\n── ${name} ──`)
  // The condition makes server-only an empty module, as it is in a React server.
  const { code } = await runTool('tsx', ['--conditions=react-server', `bench/${name}`])
  if (code !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
