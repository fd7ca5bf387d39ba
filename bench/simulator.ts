// How long a step of the simulator takes in a browser, with 200 segments on the diagram: from the key to the end of the
// frame that shows it, script, style, layout and paint, beside a frame of the same page in which nothing happens.
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/find-browser.mjs'
import { serveBuild } from './app/serve-build'
import { makeSettings } from './app/settings'
import { median, quantile } from './measure/median'
import { report } from './measure/report'

const segments = 200
const rounds = 120

/** A SENDs, B acknowledges: two segments each time. */
function runOf(count: number): string {
  const exchanges = Array.from({ length: count / 2 }, (_, nth) => `As.d${2 * nth + 1}.d${2 * nth + 2}`)
  return ['1er', ...exchanges].join('.')
}

/**
 * For each press of a key, the milliseconds from it to when the frame is painted. It is pressed as a frame begins; a message
 * that is sent then comes after what the frame paints.
 */
function pressMany({ keys, count }: { readonly keys: readonly string[]; readonly count: number }): Promise<number[]> {
  const channel = new MessageChannel()
  const press = (key: string) =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const start = performance.now()
        channel.port1.onmessage = () => resolve(performance.now() - start)
        window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
        channel.port2.postMessage(null)
      })
    })
  const all: number[] = []
  const next = async (): Promise<number[]> => {
    const key = keys[all.length % keys.length]
    if (all.length === count || key === undefined) return all
    all.push(await press(key))
    return next()
  }
  return next()
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
  const measure = async (keys: readonly string[]) => page.evaluate(pressMany, { keys, count: rounds })
  await open(runOf(2))
  const few = await measure(['u', 'r'])
  await open(runOf(segments))
  const idle = await measure(['q'])
  const many = await measure(['u', 'r'])
  const drawn = await page.locator('svg marker').count()
  if (drawn === 0) throw new Error('Cannot find the diagram')
  report('simulator', [
    { name: 'a frame in which nothing happens', measured: median(idle), unit: 'ms' },
    { name: 'a step, 2 segments', measured: median(few), unit: 'ms' },
    { name: `a step, ${segments} segments`, measured: median(many), unit: 'ms', target: { below: 16 } },
    { name: `a step, ${segments} segments, p95`, measured: quantile(many, 0.95), unit: 'ms' },
    { name: `step of ${segments} / step of 2`, measured: median(many) / median(few), unit: '' },
  ])
} finally {
  await browser.close()
  await app.stop()
}
process.exit()
