import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import exam from '../messages/en/exam.json' with { type: 'json' }
import { makePeopledCourse } from './course-roles'
import { answerInExam, examWords, expectSaved } from './examining'
import { freePort, startServer } from './own-server'

// Made by scripts/build-changed.mjs: another id, and no file for browsers as in the build before.
const changed = '.changed-build'

// biome-ignore lint/suspicious/noSkippedTests: a second build takes a minute of each gate.
test.skip(process.env.FAULTS !== 'long', 'needs a second build, which npm run test:faults makes')

const words = examWords.en
const question = (page: Page, number: number, length: number) =>
  page.getByRole('heading', { level: 1, name: words.question(number, length) })

test('somebody sits an exam of a course while the app is replaced by another build, and notices nothing but the pause', async ({
  browser,
  playwright,
}) => {
  test.setTimeout(300_000)
  const folder = mkdtempSync(join(tmpdir(), 'timewait-deployment-'))
  const port = await freePort()
  const baseURL = `http://127.0.0.1:${port}`
  const before = await startServer(port, folder)
  const { courseId, ids, people } = await makePeopledCourse(playwright, baseURL)
  const context = await browser.newContext({ baseURL, storageState: await people.student.storageState() })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  let loads = 0
  page.on('load', () => {
    loads += 1
  })

  await page.goto(`/en/teach/${courseId}/assignments/${ids.assignment}`)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page).toHaveURL(/\/exam\/[0-9a-f-]{36}$/)
  await expect(question(page, 1, 20)).toBeVisible()
  const address = page.url().replace('/en/exam/', '/api/v1/exams/')
  const stateOf = async () => (await (await page.request.get(address)).json()).state
  const { endsAt } = await stateOf()
  await answerInExam(page, 'en')
  await expectSaved(page, 'en')
  const stem = page.getByRole('heading', { level: 2 }).first()
  const first = await stem.textContent()
  const waiting = await people.owner.get('/api/health')
  const { version } = await waiting.json()
  loads = 0

  before.kill('SIGTERM')
  await new Promise((resolve) => before.once('exit', resolve))
  await page.keyboard.press('n')
  await expect(question(page, 2, 20)).toBeVisible()
  await answerInExam(page, 'en')
  await expect(page.getByText(words.notSaved)).toBeVisible()

  const after = await startServer(port, folder, { build: changed })
  expect((await (await people.owner.get('/api/health')).json()).version).not.toBe(version)
  // By itself, with the id and the revision that it had: the route is of a version, and knows them.
  await expectSaved(page, 'en')
  for (let number = 3; number <= 20; number++) {
    await page.keyboard.press('n')
    await expect(question(page, number, 20)).toBeVisible()
    await expect(page.getByRole('main').locator('fieldset')).toHaveCount(1)
    await answerInExam(page, 'en')
  }
  await expectSaved(page, 'en')
  const state = await stateOf()
  expect(state.endsAt).toBe(endsAt)
  expect(state.questions.filter(({ given }: { given: unknown }) => given !== null)).toHaveLength(20)

  // Staff, who look at it with the new build, reach the clock of the old page.
  const act = (kind: 'paused' | 'resumed') =>
    people.owner.post(`/api/v1/assignments/${ids.assignment}/acts`, {
      data: { act: kind === 'paused' ? { kind, minutes: 10 } : { kind }, studentId: null },
    })
  expect(await (await act('paused')).json()).toEqual({ count: 1 })
  await expect(page.getByText(exam.stopped)).toBeVisible({ timeout: 5000 })
  expect((await act('resumed')).ok()).toBe(true)
  await expect(page.getByText(exam.stopped)).toHaveCount(0)
  await page.getByRole('button', { name: 'Previous' }).click()
  await expect(question(page, 19, 20)).toBeVisible()
  expect(loads, 'the page was loaded anew').toBe(0)
  expect(await page.evaluate(() => 'timewaitChanged' in globalThis)).toBe(false)

  // Who reloads comes to the new build, the same paper and the same answers.
  const tab = await context.newPage()
  await tab.goto(page.url())
  await expect(tab.getByRole('heading', { level: 2 }).first()).toHaveText(first ?? '')
  await expect.poll(() => tab.evaluate(() => 'timewaitChanged' in globalThis)).toBe(true)

  await page.getByRole('button', { name: words.handIn, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.handInYes }).click()
  await expect(page).toHaveURL(/\/result$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.result)
  expect((await stateOf()).finished).toBe(true)
  expect(complaints).toEqual([])

  after.kill('SIGTERM')
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})
