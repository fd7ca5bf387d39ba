import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect } from '@playwright/test'

/** A port that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

type Start = {
  /** A file that says how far ahead of the machine's clock the server's is (shifted-clock.mjs). */
  readonly clock?: string
  /** The folder of another build of the app. */
  readonly build?: string
}

/** Starts the app as a person does, on a database of its own, and waits until it answers. */
export async function startServer(port: number, folder: string, { clock, build }: Start = {}): Promise<ChildProcess> {
  const server = spawn('node', ['scripts/start.mjs'], {
    ...(build !== undefined && { cwd: build }),
    env: {
      ...process.env,
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      DATABASE_URL: `file:${join(folder, 'timewait.db')}`,
      ...(clock !== undefined && {
        SHIFTED_CLOCK: clock,
        NODE_OPTIONS: `--import ${new URL('./shifted-clock.mjs', import.meta.url).href}`,
      }),
    },
    stdio: 'ignore',
  })
  await expect(async () => {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`)
    expect(response.status).toBe(200)
  }).toPass({ timeout: 60_000 })
  return server
}
