// A second build of the app with another id, in which every file for browsers differs from that of the first: what a
// deployment in the middle of an exam puts in its place. Run by scripts/test-faults.ts, for e2e/deployment.spec.ts.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'

const folder = '.changed-build'
const sources = ['app', 'components', 'lib', 'messages', 'public', 'prisma', 'scripts']
const files = readdirSync('.').filter((name) => /[.](ts|mjs|json)$/.test(name) && name !== 'package-lock.json')

for (const name of existsSync(folder) ? readdirSync(folder) : []) {
  // The build itself stays: where nothing is new it is taken as it is.
  if (name !== '.next') rmSync(join(folder, name), { recursive: true })
}
mkdirSync(folder, { recursive: true })
for (const name of [...sources, ...files]) {
  cpSync(name, join(folder, name), { recursive: true, filter: (path) => !/[.]test[.]\w+$/.test(path) })
}
symlinkSync(join('..', 'node_modules'), join(folder, 'node_modules'), 'junction')

/** @param {string} path @param {(text: string) => string} change */
const rewrite = (path, change) => writeFileSync(path, change(readFileSync(path, 'utf8')))

rewrite(join(folder, 'package.json'), (text) => text.replace(/"version": "[^"]*"/, '"version": "0.0.0-changed"'))
// Left to itself, Tailwind looks for classes in whatever git does not ignore: of this folder in nothing, or in all of .next.
rewrite(join(folder, 'app', 'globals.css'), (text) =>
  text.replace(
    '@import "tailwindcss";',
    '@import "tailwindcss" source(none);\n@source "../app";\n@source "../components";',
  ),
)
for (const path of readdirSync(join(folder, 'components'), { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.tsx')) continue
  rewrite(join(folder, 'components', path), (text) => `${text}\nObject.assign(globalThis, { timewaitChanged: true })\n`)
}
const { code } = await runCommand(process.execPath, ['scripts/build.mjs'], { cwd: folder })
process.exitCode = code
