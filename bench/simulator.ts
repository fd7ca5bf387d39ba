// How long a step of the simulator takes in a browser, with 200 segments on the diagram: the processor time of the page's
// thread from the key until the frame that shows it is painted, beside a frame of the same page in which nothing happens.
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/find-browser.mjs'
import { serveBuild } from './app/serve-build'
import { makeSettings } from './app/settings'
import { median } from './measure/median'
import { report } from './measure/report'

const segments = 200
const rounds = 9
/** Back ten steps and on again: so many rows are one picture, and each place in it comes once. */
const walk = [...Array<string>(10).fill('u'), ...Array<string>(10).fill('r')]

/** A SENDs, B acknowledges: two segments each time. */
function runOf(count: number): string {
  const exchanges = Array.from({ length: count / 2 }, (_, nth) => `As.d${2 * nth + 1}.d${2 * nth + 2}`)
  return ['1er', ...exchanges].join('.')
}

/** Presses keys one after the other, each as a frame begins, and waits until that frame is painted: then a message comes. */
function pressMany({ keys, count }: { readonly keys: readonly string[]; readonly count: number }): Promise<void> {
  const channel = new MessageChannel()
  const press = (key: string) =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        channel.port1.onmessage = () => resolve()
        window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
        channel.port2.postMessage(null)
      })
    })
  const next = async (nth: number): Promise<void> => {
    const key = keys[nth % keys.length]
    if (nth === count || key === undefined) return
    await press(key)
    return next(nth + 1)
  }
  return next(0)
}

const { environment } = makeSettings()
const app = await serveBuild('.', environment)
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  // What runs this file names its functions by a helper, which a page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (one) => one' })
  const open = async (run: string) => {
    await page.goto(`http://127.0.0.1:${app.port}/en/learn/simulator?s=${run}`)
    await page.waitForLoadState('networkidle')
    // The first presses warm the code up, and show that the page hears them.
    await page.evaluate(pressMany, { keys: ['u', 'r'], count: 20 })
  }
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spentMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  /** The milliseconds of one press of these keys: the middle one of several rounds. */
  const measure = async (keys: readonly string[]) => {
    const all: number[] = []
    for (let round = 0; round < rounds; round++) {
      const before = await spentMs()
      await page.evaluate(pressMany, { keys, count: walk.length })
      all.push(((await spentMs()) - before) / walk.length)
    }
    return median(all)
  }
  await open(runOf(10))
  const few = await measure(walk)
  await open(runOf(segments))
  const idle = await measure(['q'])
  const many = await measure(walk)
  report('simulator', [
    { name: 'a frame in which nothing happens', measured: idle, unit: 'ms' },
    { name: 'a step, 10 segments', measured: few, unit: 'ms' },
    { name: `a step, ${segments} segments`, measured: many, unit: 'ms', target: { below: 16 } },
    { name: `step of ${segments} / step of 10`, measured: many / few, unit: '' },
    { name: `step of ${segments} / empty frame`, measured: many / idle, unit: '' },
  ])
} finally {
  await browser.close()
  await app.stop()
}
process.exit()
