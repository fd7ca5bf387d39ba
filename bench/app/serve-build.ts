import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** A build that is served by a process of its own. */
export type ServedBuild = {
  readonly port: number
  /** The milliseconds of processor time that the process has used so far. */
  cpuMs(): Promise<number>
  /** Ends the process; resolves when it is gone. */
  stop(): Promise<void>
  /** Kills the process with no chance to tidy up; resolves when it is gone. */
  kill(): Promise<void>
}

/**
 * Serves the build in `folder` as it is, however old, on a free port of the loopback. Throws where there is none or it
 * doesn't start.
 */
export async function serveBuild(
  folder: string,
  environment: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<ServedBuild> {
  if (!existsSync(path.join(folder, '.next', 'BUILD_ID'))) throw new Error(`Cannot find a build in "${folder}"`)
  const child = spawn(process.execPath, [...nodeOptions, 'bench/app/serve.mjs', folder], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const tell = listenTo(child)
  return {
    port: await tell('port'),
    cpuMs() {
      child.stdin.write('\n')
      return tell('cpu')
    },
    async stop() {
      child.stdin.end()
      await gone
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Gives the next number that the process prints under a name; rejects where it ends first. */
function listenTo(child: ChildProcessByStdio<Writable, Readable, null>): (name: string) => Promise<number> {
  const lines = createInterface(child.stdout)
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`The server ended with ${code}`)
  })
  // Expected, where nobody waits for a number.
  ended.catch(() => {})
  const heard = (name: string) =>
    new Promise<number>((resolve) => {
      const hear = (line: string) => {
        if (!line.startsWith(`${name} `)) return
        lines.off('line', hear)
        resolve(Number(line.slice(name.length + 1)))
      }
      lines.on('line', hear)
    })
  return (name) => Promise.race([heard(name), ended])
}
