import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fingerprint } from '../../scripts/fingerprint.mjs'
import { runCommand } from '../../scripts/run-command.mjs'

/** Where the emptiest app is. */
export const floorFolder = path.join('bench', 'floor')

/** Builds the emptiest app, unless it is built from just these sources. Throws with Next's output where that fails. */
export async function buildFloor(): Promise<void> {
  const stamp = path.join(floorFolder, '.next', 'fingerprint')
  const files = ['app', 'instrumentation.js', 'next.config.mjs'].map((name) => path.join(floorFolder, name))
  const sources = fingerprint([...files, 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  const { code, output } = await runCommand(
    process.execPath,
    [path.resolve('node_modules/next/dist/bin/next'), 'build'],
    {
      quiet: true,
      cwd: floorFolder,
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  if (code !== 0) throw new Error(`Cannot build the empty app\n${output}`)
  writeFileSync(stamp, sources)
}
