import { spawnSync } from 'node:child_process'

/** A learner with half a year behind them. */
export type Past = {
  /** As "name=value". */
  readonly cookie: readonly string[]
  /** A practice in which one answer was wrong. */
  readonly practiceId: string
  readonly cards: readonly { readonly id: string; readonly factId: string; readonly reps: number }[]
}

/** Makes a learner with a past in the database of the server under test. */
export function makePast(): Past {
  const script = ['--conditions=react-server', '--import', 'tsx', 'e2e/past/write-past.ts']
  const { status, stdout, stderr } = spawnSync('node', script, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`Cannot make a past: ${stderr}`)
  return JSON.parse(stdout)
}
