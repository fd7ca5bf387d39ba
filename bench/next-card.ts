// How long a learner waits in a browser: from "Next card" to the next question, which
// was fetched with the verdict before. The floor of the same run is one frame of the browser.
import { chromium, type Page } from '@playwright/test'
import { answerByKeyboard } from '../e2e/practising'
import { findBrowser } from '../scripts/find-browser.mjs'
import { serveBuild } from './app/serve-build'
import { makeSettings } from './app/settings'
import { median } from './measure/median'
import { report } from './measure/report'

const cards = 40

const { environment } = makeSettings()
const server = await serveBuild('.', environment)
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking'],
})

/** The milliseconds between two frames. */
const frame = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame((first) => requestAnimationFrame((second) => resolve(second - first)))
      }),
  )

/** The milliseconds from the press of "Next card" to the frame in which the next question stands with its controls. */
const nextCard = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number | null>((resolve) => {
        const button = document.querySelector<HTMLElement>('button[data-proceed]')
        const before = document.querySelector('main form')
        if (button === null || before === null) return resolve(null)
        const began = performance.now()
        const look = () => {
          const now = document.querySelector('main form')
          const ready = now !== null && now !== before && now.querySelector('input, select, li button') !== null
          requestAnimationFrame(ready ? () => resolve(performance.now() - began) : look)
        }
        button.click()
        look()
      }),
  )

try {
  const page = await browser.newPage({ baseURL: `http://127.0.0.1:${server.port}` })
  await page.goto('/en/review')
  await page.getByRole('button', { name: 'Take up: The whole machine' }).click()
  await page.getByText(/^Left today/).waitFor()
  const [frames, next]: [number[], number[]] = [[], []]
  for (let card = 0; card < cards; card++) {
    await answerByKeyboard(page, 'en')
    frames.push(await frame(page))
    const took = await nextCard(page)
    if (took === null) break
    next.push(took)
  }
  report('next-card', [
    { name: 'one frame', measured: median(frames), unit: 'ms' },
    { name: `next question, median of ${next.length}`, measured: median(next), unit: 'ms', target: { below: 100 } },
    { name: 'next question, the slowest', measured: Math.max(...next), unit: 'ms', target: { below: 100 } },
  ])
} finally {
  await browser.close()
  await server.stop()
}
process.exit()
