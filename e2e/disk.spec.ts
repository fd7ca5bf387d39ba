import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answerInExam, examWords, expectSaved, handIn, startExam } from './examining'
import { emptyLog, lockDatabase } from './foreign-lock'
import { freePort, startServer } from './own-server'

/** Mounts a disk of 24 MiB; says why where that is not possible here. */
function mountSmallDisk(folder: string): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'pipe' })
    return undefined
  } catch (error) {
    return `a small disk cannot be mounted: ${String(error)}`
  }
}

/** Fills a disk to its last octet. */
function fill(file: string): void {
  for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size))
    } catch {
      // No space for so much at a time.
    }
  }
}

/** What the server says to an answer that a page would send, while it can't keep it. */
async function sendDraft(page: Page) {
  const change = { id: crypto.randomUUID(), by: crypto.randomUUID(), position: 4, revision: 1, given: { choice: 0 } }
  const path = new URL(page.url()).pathname.replace('/en/exam/', '/api/v1/exams/')
  return page.request.post(`${path}/drafts`, { data: change })
}

test('somebody sits an exam through a database that is locked and a disk that is full, and loses no answer', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'timewait-full-'))
  const why = mountSmallDisk(folder)
  // The fault run is to say so and fail; elsewhere the rest of the journey is made all the same.
  if (process.env.FAULTS === 'long') expect(why).toBeUndefined()
  if (why !== undefined) test.info().annotations.push({ type: 'without the full disk', description: why })
  const file = join(folder, 'timewait.db')
  const port = await freePort()
  const server = await startServer(port, folder)
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` })
  try {
    const page = await context.newPage()
    await startExam(page, 'en', { questions: 5, minutes: 30, forms: ['choice'] })
    const question = (number: number) => page.getByRole('heading', { name: examWords.en.question(number, 5) })
    const stem = page.getByRole('heading', { level: 2 }).first()
    await answerInExam(page, 'en')
    await expectSaved(page, 'en')

    const unlock = await lockDatabase(file)
    await page.keyboard.press('n')
    await expect(question(2)).toBeVisible()
    await answerInExam(page, 'en')
    const busy = await sendDraft(page)
    expect([busy.status(), busy.headers()['retry-after'], await busy.json()]).toEqual([503, '2', { error: 'busy' }])
    await expect(page.getByText(examWords.en.notSaved)).toBeVisible()
    // Whoever only reads does not wait for the lock.
    expect((await page.request.get('/en/learn/listen')).status()).toBe(200)
    await unlock()
    await expectSaved(page, 'en')

    await page.keyboard.press('n')
    await expect(question(3)).toBeVisible()
    if (why === undefined) {
      const ballast = join(folder, 'ballast')
      writeFileSync(ballast, '')
      await emptyLog(file)
      fill(ballast)
      await answerInExam(page, 'en')
      const full = await sendDraft(page)
      expect(full.status()).toBe(500)
      expect(await full.text()).not.toMatch(/SQLITE|at \w+ \(|timewait[.]db/)
      await expect(page.getByText(examWords.en.notSaved)).toBeVisible()
      expect((await page.request.get('/api/health')).status()).toBe(503)
      // What is there is still read.
      const asked = await stem.textContent()
      await page.reload()
      await expect(question(1)).toBeVisible()
      await expect(page.getByRole('radio').nth(1)).toBeChecked()
      rmSync(ballast)
      await expectSaved(page, 'en')
      await page.keyboard.press('n')
      await page.keyboard.press('n')
      await expect(stem).toHaveText(asked ?? '')
      expect((await page.request.get('/api/health')).status()).toBe(200)
    } else await answerInExam(page, 'en')
    await expectSaved(page, 'en')

    await page.reload()
    for (const number of [1, 2, 3, 4]) {
      await expect(question(number)).toBeVisible()
      await expect(page.getByRole('main').locator('input:checked')).toHaveCount(number === 4 ? 0 : 1)
      await page.keyboard.press('n')
    }
    await handIn(page, 'en')
  } finally {
    await context.close()
    server.kill('SIGKILL')
    await new Promise((resolve) => server.once('exit', resolve))
    if (why === undefined) execFileSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  }
})
