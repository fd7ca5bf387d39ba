// npm run lock: installs what package.json asks for and leaves locks that npm ci accepts anywhere. After every change of
// a dependency.
import { completeLockFile } from './complete-lock.mjs'
import { runCommand } from './run-command.mjs'

for (const folder of ['.', 'tools/mutation']) {
  const { code } = await runCommand('npm', ['install'], { cwd: folder })
  if (code !== 0) process.exit(code)
  completeLockFile(`${folder}/package-lock.json`)
}
