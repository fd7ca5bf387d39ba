// npm run check: the one gate. Format and lint, types, who imports whom, dead code, unit tests; all at once, each with a
// line of its own, and the whole output of those that fail.
import { mkdirSync } from 'node:fs'
import { generateClient } from './build-app.mjs'
import { runTool } from './run-command.mjs'

/** @type {readonly { name: string, tool: string, args: readonly string[] }[]} */
const gates = [
  { name: 'format and lint', tool: '@biomejs/biome:biome', args: ['ci', '--error-on-warnings', '--colors=off'] },
  { name: 'types', tool: 'typescript:tsc', args: ['--noEmit'] },
  {
    name: 'who imports whom',
    tool: 'dependency-cruiser:depcruise',
    args: [
      'app',
      'bench',
      'components',
      'e2e',
      'lib',
      'prisma',
      'scripts',
      'instrumentation.ts',
      'prepare-server.ts',
      'proxy.ts',
    ],
  },
  { name: 'dead code', tool: 'knip', args: [] },
  {
    name: 'unit tests',
    tool: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-reports/vitest.json'],
  },
]

/** @param {(typeof gates)[number]} gate */
async function pass({ name, tool, args }) {
  const began = performance.now()
  const { code, output } = await runTool(tool, args, { quiet: true })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`  ${code === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(20)} ${seconds.padStart(6)} s`)
  return { name, code, output }
}

mkdirSync('test-reports', { recursive: true })
await generateClient()
// Types of the routes and of the messages, which tsc needs.
const typegen = await runTool('next', ['typegen'], { quiet: true, env: { NEXT_TELEMETRY_DISABLED: '1' } })
if (typegen.code !== 0) {
  console.error(typegen.output)
  process.exit(1)
}

const failed = (await Promise.all(gates.map(pass))).filter(({ code }) => code !== 0)
for (const { name, output } of failed) console.error(`\n── ${name} ──\n${output}`)
process.exit(failed.length === 0 ? 0 : 1)
