// npm run mutation: changes the machine in every way Stryker knows and asks whether a test notices. Its tools are a
// package of their own, so that an install for use or for the tests does not carry them.
import { existsSync } from 'node:fs'
import { runCommand } from './run-command.mjs'

const stryker = 'tools/mutation/node_modules/@stryker-mutator/core/bin/stryker.js'

if (!existsSync(stryker)) {
  const { code } = await runCommand('npm', ['ci'], { cwd: 'tools/mutation' })
  if (code !== 0) process.exit(code)
}
const { code } = await runCommand(process.execPath, [
  stryker,
  'run',
  'tools/mutation/stryker.config.mjs',
  ...process.argv.slice(2),
])
process.exit(code)
