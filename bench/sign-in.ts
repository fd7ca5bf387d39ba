// What signing in costs, and whether the time it takes tells somebody who probes that an email has an account: a wrong password
// for an email in use and any password for one that nobody has, in turns, against the hash of a password itself.
import { hashPassword } from 'better-auth/crypto'
import { makeSettings } from './app/settings'
import { median } from './measure/median'
import { report } from './measure/report'

makeSettings()
const { openBrowser } = await import('../lib/session/browser.testing')
const { ensureUserId } = await import('../lib/session/session')
const { prepareStore } = await import('../lib/store/prepare')

const rounds = 100
const email = 'ada@example.org'

await prepareStore(() => {})
const browser = openBrowser()
const { setCookies } = await ensureUserId(new Headers())
browser.keep(setCookies)
const made = await browser.ask('/sign-up/account', { email, password: 'correct horse' })
if (made.status !== 200) throw new Error(`Cannot make an account: ${made.status}`)

/** The milliseconds that a refused sign-in takes, from an address of its own, for each has few tries. */
async function refused(who: string): Promise<number> {
  const prober = openBrowser()
  const began = performance.now()
  const { status } = await prober.ask('/sign-in/email', { email: who, password: 'wrong horse' })
  if (status !== 401) throw new Error(`Cannot be refused: ${status}`)
  return performance.now() - began
}

async function hashed(): Promise<number> {
  const began = performance.now()
  await hashPassword('wrong horse')
  return performance.now() - began
}

for (let warm = 0; warm < 5; warm++) await refused(email)
const used: number[] = []
const unused: number[] = []
const apart: number[] = []
const hashes: number[] = []
for (let round = 0; round < rounds; round++) {
  // Side by side and in turns, so that what else the machine does meets both alike.
  const nobody = `nobody${round}@example.org`
  const pair = [await refused(round % 2 === 0 ? email : nobody), await refused(round % 2 === 0 ? nobody : email)]
  const [ofUsed = 0, ofUnused = 0] = round % 2 === 0 ? pair : pair.toReversed()
  used.push(ofUsed)
  unused.push(ofUnused)
  apart.push(ofUsed - ofUnused)
  hashes.push(await hashed())
}
report('sign-in', [
  { name: 'a password hashed, p50', measured: median(hashes), unit: 'ms' },
  { name: 'wrong password, p50', measured: median(used), unit: 'ms' },
  { name: 'email that nobody has, p50', measured: median(unused), unit: 'ms' },
  { name: 'wrong password / a hash', measured: median(used) / median(hashes), unit: '' },
  { name: 'apart by, p50 of the pairs', measured: Math.abs(median(apart)), unit: 'ms', target: { below: 5 } },
])
process.exit()
