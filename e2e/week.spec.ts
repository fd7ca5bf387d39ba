import { type ChildProcess, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test } from './journey'
import { freePort, startServer } from './own-server'
import { answerByKeyboard } from './practising'

const dayMs = 86_400_000

/** Reviews whatever is left today, each card rated Good, and resolves with how many reviews that were. */
async function reviewAll(page: Page): Promise<number> {
  const rates = page.getByRole('group', { name: 'How well did you remember?' })
  const next = page.getByRole('button', { name: 'Next card' })
  const done = page.getByRole('link', { name: 'Finish' })
  for (let reviews = 1; ; reviews++) {
    await answerByKeyboard(page, 'en')
    await rates.getByRole('button', { name: /^Good/ }).click()
    await expect(next.or(done)).toBeVisible()
    if (await done.isVisible()) {
      await done.click()
      return reviews
    }
    await next.click()
    await expect(next).toHaveCount(0)
  }
}

test('a week of reviews: what is known well comes back later and later, and nothing is due in between', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const folder = mkdtempSync(join(tmpdir(), 'timewait-week-'))
  const clock = join(folder, 'clock')
  writeFileSync(clock, '0')
  const port = await freePort()
  let server: ChildProcess | undefined
  try {
    server = await startServer(port, folder, { clock })
    const app = `http://127.0.0.1:${port}/en`
    await page.goto(`${app}/settings`)
    await page.getByLabel('I rate my memory myself').check()
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
    await page.goto(`${app}/review`)
    await page.getByRole('button', { name: 'Take up: The eleven states' }).click()
    await expect(page.getByText('Left today: 0 due, 11 new, 0 in steps')).toBeVisible()

    const reviews: number[] = []
    for (let day = 0; day <= 7; day++) {
      writeFileSync(clock, String(day * dayMs))
      await page.clock.setSystemTime(Date.now() + day * dayMs)
      await page.goto(`${app}/review`)
      const nothing = page.getByRole('heading', { name: 'Nothing is due now' })
      const left = page.getByText(/^Left today/)
      await expect(nothing.or(left)).toBeVisible()
      reviews.push((await nothing.isVisible()) ? 0 : await reviewAll(page))
      await expect(nothing).toBeVisible()
    }
    // Good twice on the first day; then once after some two days; then not again within the week.
    expect(reviews[0]).toBe(22)
    const later = reviews.slice(1)
    expect(later.reduce((sum, count) => sum + count)).toBe(11)
    expect(later[0]).toBe(0)
    await expect(page.getByText(/^The next card comes back in \d+ days\.$/)).toBeVisible()

    // What is kept of the memory is what the log says.
    const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'timewait.db')}` }
    const said = execFileSync('npm', ['run', '--silent', 'rebuild-memory'], { env, encoding: 'utf8' })
    expect(said.trim()).toBe('11 cards of 1 learners rebuilt, 0 were kept otherwise')
  } finally {
    server?.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
})
