// npm run test:faults: the faults of the store in full length, what `npm test` does in short (without root, fiu-utils and
// strace (Debian) it fails and says what is missing); the journeys through a full disk and through a deployment; then 500
// kills of the built app while it is answering, and 200 while a class sits an exam: npm run test:faults -- 20 kills it 20
// and 8 times. docs/faults.md lists every fault and its test.
import { buildApp } from './build-app.mjs'
import { runCommand, runTool } from './run-command.mjs'

const trials = Number(process.argv[2] ?? 500)
const store = await runTool('vitest', ['run', 'lib/store/faults', '--reporter=verbose'], { env: { FAULTS: 'long' } })
await buildApp()
const journeys = [
  await runCommand(process.execPath, ['scripts/build-changed.mjs']),
  await runCommand(process.execPath, ['scripts/e2e.mjs', 'e2e/disk.spec.ts', 'e2e/deployment.spec.ts'], {
    env: { FAULTS: 'long' },
  }),
]
// Two at once, each with a database of its own: most of a trial is the start of the server.
const killing = [Math.ceil(trials / 2), Math.floor(trials / 2)].map((share) =>
  runTool('tsx', ['--conditions=react-server', 'scripts/faults/kill-server.ts', String(share)]),
)
const ended = [store, ...journeys, ...(await Promise.all(killing))]
// A class in the middle of its exam: fewer kills, for each start of the server costs seconds.
const classTrials = Math.ceil((trials * 2) / 5)
ended.push(await runTool('tsx', ['--conditions=react-server', 'scripts/faults/kill-class.ts', String(classTrials)]))
process.exitCode = ended.every(({ code }) => code === 0) ? 0 : 1
