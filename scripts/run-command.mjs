import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set()
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM'])

// Who ends us ends what we started: no build and no browser goes on alone. While something runs it gets the signal, and
// we end when it has ended.
/** @param {NodeJS.Signals} signal */
const handOn = (signal) => {
  for (const child of running) child.kill(signal)
}
process.on('exit', () => handOn('SIGTERM'))

/** @param {ChildProcess} child */
function watch(child) {
  if (running.size === 0) for (const signal of signals) process.on(signal, handOn)
  running.add(child)
  child.on('close', () => {
    running.delete(child)
    if (running.size === 0) for (const signal of signals) process.off(signal, handOn)
  })
}

/**
 * Runs a command to its end. With `quiet` its output is kept instead of shown, for whoever wants to show it on failure.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, cwd?: string, env?: Readonly<Record<string, string | undefined>> }} [options]
 * @returns {Promise<{ code: number, output: string }>} its exit code; 1 where it was killed or could not start
 */
export function runCommand(command, args, { quiet = false, cwd, env = {} } = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    watch(child)
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Runs a command-line tool out of node_modules with this very Node, on any system.
 * @param {string} name the package, followed by a colon and the command where the package is called otherwise
 * @param {readonly string[]} args
 * @param {Parameters<typeof runCommand>[2]} [options]
 */
export function runTool(name, args, options) {
  const [pack = name, command = pack] = name.split(':')
  const root = join('node_modules', pack)
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : bin[command]
  if (file === undefined) throw new Error(`Cannot find the command "${command}" in ${pack}`)
  return runCommand(process.execPath, [join(root, file), ...args], options)
}
