// Loaded into a server by a journey that lasts days: its clock runs ahead by as many milliseconds as the file named by
// SHIFTED_CLOCK says at the time. Timers run as ever.
import { readFileSync } from 'node:fs'

const file = process.env.SHIFTED_CLOCK ?? ''
const RealDate = Date
const now = () => RealDate.now() + Number(readFileSync(file, 'utf8'))

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
