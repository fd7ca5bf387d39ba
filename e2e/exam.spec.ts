import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { answerInExam, examWords, expectSaved, handIn, startExam } from './examining'
import { test } from './journey'
import { freePort, startServer } from './own-server'

const question = (page: Page, number: number, length: number) =>
  page.getByRole('heading', { level: 1, name: examWords.en.question(number, length) })

const goTo = (page: Page, number: number) =>
  page
    .getByRole('navigation', { name: 'All questions' })
    .getByRole('button', { name: new RegExp(`^Question ${number},`) })

test('somebody sits an exam by keyboard, through a killed server, a reload and a second tab', async ({ browser }) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'timewait-exam-'))
  const port = await freePort()
  const first = await startServer(port, folder)
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` })
  const page = await context.newPage()
  await startExam(page, 'en', { questions: 6, minutes: 30 })
  for (let number = 1; number <= 3; number++) {
    await expect(question(page, number, 6)).toBeVisible()
    await answerInExam(page, 'en')
    await page.keyboard.press('n')
  }
  await page.keyboard.press('f')
  await expect(goTo(page, 4)).toHaveAccessibleName('Question 4, not answered, flagged')
  await expectSaved(page, 'en')

  first.kill('SIGKILL')
  await answerInExam(page, 'en')
  await expect(page.getByText(examWords.en.notSaved)).toBeVisible()
  await page.keyboard.press('n')
  const stem = await page.getByRole('heading', { level: 2 }).first().textContent()
  const second = await startServer(port, folder)
  // What was kept is sent by itself.
  await expectSaved(page, 'en')

  await page.reload()
  await expect(goTo(page, 4)).toHaveAccessibleName('Question 4, answered, flagged')
  await goTo(page, 5).click()
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(stem ?? '')

  const tab = await context.newPage()
  await tab.goto(page.url())
  await goTo(tab, 5).click()
  await answerInExam(tab, 'en')
  await expectSaved(tab, 'en')
  await expect(page.getByText(/^Changed in another tab or on another device: question 5\./)).toBeVisible()
  await expect(goTo(page, 5)).toHaveAccessibleName('Question 5, answered')

  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Question 6, not answered' })).toBeVisible()
  await page.keyboard.press('Escape')
  await handIn(page, 'en')
  // The other tab hears of it.
  await expect(tab).toHaveURL(/\/result$/)

  second.kill('SIGTERM')
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

test('somebody whose time runs out finds what was saved handed in, in Chinese on a phone', async ({ page }) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.emulateMedia({ colorScheme: 'dark' })
  // The device's date is a day ahead: the clock is the server's.
  await page.addInitScript(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 24 * 60 * 60 * 1000
  })
  await startExam(page, 'zh-CN', { questions: 5, minutes: 1, forms: ['choice', 'several'] })
  await expect(page.getByRole('timer')).toContainText(/0:5\d/)
  await answerInExam(page, 'zh-CN')
  await expectSaved(page, 'zh-CN')
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expect(page).toHaveURL(/\/result$/, { timeout: 90_000 })
  await expect(page.getByText('时间到，已保存的答案已自动交卷。')).toBeVisible()
  await expect(page.getByText('未作答。').first()).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('somebody offline keeps every answer, also over a reload, and it is saved once the network is back', async ({
  page,
}) => {
  await startExam(page, 'en', { questions: 4, minutes: 20, forms: ['choice'] })
  await page.route('**/api/v1/exams/**', (route) => route.abort())
  await page.keyboard.press('3')
  await expect(page.getByText(examWords.en.notSaved)).toBeVisible()
  // Of this answer alone, and where all of them are at a glance.
  await expect(page.getByText('This answer is not saved yet.')).toBeVisible()
  await expect(page.getByRole('button', { name: /not saved yet/ })).toHaveCount(1)
  await page.reload()
  await expect(page.getByRole('radio').nth(2)).toBeChecked()
  await page.unroute('**/api/v1/exams/**')
  await expectSaved(page, 'en')
  await expect(page.getByText('This answer is saved.')).toBeVisible()
  await expect(page.getByRole('button', { name: /not saved yet/ })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('radio').nth(2)).toBeChecked()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`somebody who depends on assistive technology finds no barrier in an exam, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto('/en/exam?adjust=408#own')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Start: University midterm' }).click()
    await expect(question(page, 1, 20)).toBeVisible()
    await answerInExam(page, 'en')
    await expectSaved(page, 'en')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Hand in', exact: true }).click()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await handIn(page, 'en')
    await expectAccessible(page)
    await page.goto('/en/exam')
    await expect(page.getByRole('link', { name: 'Result' })).toBeVisible()
  })
}

test('whoever switches single keys off goes through an exam with the buttons alone', async ({ page }) => {
  await page.goto('/en/settings')
  await page.getByLabel('Single keys act by themselves').uncheck()
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await startExam(page, 'en', { questions: 5, minutes: 10 })
  const flag = page.getByRole('button', { name: /Flag/ })
  await expect(flag).toHaveAttribute('aria-pressed', 'false')
  for (const key of ['n', 'f', '1', '2']) await page.keyboard.press(key)
  await expect(question(page, 1, 5)).toBeVisible()
  await expect(flag).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByRole('main').locator('input:checked')).toHaveCount(0)
  await expect(page.getByText(/^Keys: N next/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(question(page, 2, 5)).toBeVisible()
})

test('nobody is sent a key or an explanation before the end', async ({ page }) => {
  const received: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('/_next/static/')) return
    received.push((await response.text().catch(() => '')).replaceAll('`', ''))
  })
  await startExam(page, 'en', { questions: 12, minutes: 30 })
  // What stands in a question, as an option among others, is no secret where it is the answer to another.
  const shown: string[] = []
  for (let number = 1; number <= 12; number++) {
    await expect(question(page, number, 12)).toBeVisible()
    shown.push(...(await page.getByRole('main').locator('label, li').allTextContents()))
    await answerInExam(page, 'en')
    await page.keyboard.press('n')
  }
  await expectSaved(page, 'en')
  const address = page.url().replace('/en/exam/', '/api/v1/exams/')
  received.push(await (await page.request.get(address)).text())
  received.push(await (await page.request.get(page.url(), { headers: { RSC: '1' } })).text())
  expect((await page.request.get(`${page.url()}/result`)).url()).toBe(page.url())
  const before = received.join('\n')
  expect(before).not.toMatch(/"(situation|options)":\{|"kind":"(passive|active)|"tcb"|"rightOptions"|"credit":\d/)

  await handIn(page, 'en')
  const told = await page.locator('details section p, details section li').allTextContents()
  const secrets = told
    .map((text) => text.trim())
    .filter((text) => text.length > 40 && !shown.some((option) => option.includes(text)))
  expect(secrets.length).toBeGreaterThan(12)
  for (const secret of secrets) expect(before, secret).not.toContain(secret)
})

test('an exam takes nothing that breaks its rules', async ({ page, browser }) => {
  await startExam(page, 'en', { questions: 4, minutes: 20, forms: ['choice'] })
  const address = page.url().replace('/en/exam/', '/api/v1/exams/')
  const draft = () => ({
    id: crypto.randomUUID(),
    by: crypto.randomUUID(),
    position: 1,
    revision: 1,
    given: { choice: 1 },
  })
  const post = async (part: string, data: unknown) => (await page.request.post(`${address}/${part}`, { data })).status()
  const state = async () => JSON.stringify((await (await page.request.get(address)).json()).state.questions)

  const before = await state()
  const bad = [
    { ...draft(), position: 4 },
    { ...draft(), position: -1 },
    { ...draft(), position: 1e9 },
    { ...draft(), position: null },
    { ...draft(), revision: 0 },
    { ...draft(), revision: 1e300 },
    { ...draft(), given: { choice: 9 } },
    { ...draft(), given: { text: 'LISTEN' } },
    { ...draft(), given: { numbers: { seq: -1, ack: 2 ** 40 } } },
    { ...draft(), id: 'mine' },
    { ...draft(), userId: 'other', score: 100, isCorrect: true },
  ]
  for (const body of bad) {
    const status = await post('drafts', body)
    expect([400, 404], JSON.stringify(body)).toContain(status)
  }
  const notANumber = await page.request.post(`${address}/drafts`, {
    headers: { 'Content-Type': 'application/json' },
    data: Buffer.from(JSON.stringify(draft()).replace('"revision":1', '"revision":NaN')),
  })
  expect([notANumber.status(), notANumber.headers()['content-type']]).toEqual([400, 'application/problem+json'])
  expect(
    await post('flags', { id: crypto.randomUUID(), by: crypto.randomUUID(), position: 9, revision: 1, flagged: true }),
  ).toBe(404)
  expect(await post('submission', { id: 7 })).toBe(400)
  expect(await state()).toBe(before)

  const stranger = await browser.newContext()
  const foreign = async (part: string, data: unknown) =>
    (await stranger.request.post(new URL(`${address}/${part}`, page.url()).href, { data })).status()
  expect(await foreign('drafts', draft())).toBe(404)
  expect(await foreign('submission', { id: crypto.randomUUID() })).toBe(404)
  expect((await stranger.request.get(address)).status()).toBe(404)
  expect((await stranger.request.get(page.url())).status()).toBe(404)
  await stranger.close()

  const eight = { ...draft(), revision: 8 }
  expect(await post('drafts', eight)).toBe(200)
  const older = await page.request.post(`${address}/drafts`, {
    data: { ...draft(), revision: 7, given: { choice: 2 } },
  })
  const { error, state: kept } = await older.json()
  expect([older.status(), error, kept.questions[1].given]).toEqual([409, 'older', { choice: 1 }])

  const handed = await Promise.all(
    Array.from({ length: 50 }, () => page.request.post(`${address}/submission`, { data: { id: crypto.randomUUID() } })),
  )
  expect(new Set(handed.map((response) => response.status()))).toEqual(new Set([200]))
  const after = await state()
  expect(await post('drafts', { ...draft(), revision: 9 })).toBe(410)
  expect(await state()).toBe(after)
})

test('somebody who asks for a paper that cannot be is told why, and loses nothing', async ({ page }) => {
  await page.goto('/en/exam?adjust=midterm#own')
  const own = page.locator('#own')
  await own.locator('input[name=questions]').fill('60')
  for (const box of await own.locator('input[name=form]').all()) {
    await box.setChecked((await box.getAttribute('value')) === 'order')
  }
  await own.getByRole('button', { name: 'Start the exam', exact: true }).click()
  await expect(own.getByRole('alert')).toContainText(/The bank cannot fill this paper: .+, level \d needs \d+/)
  await expect(own.locator('input[name=questions]')).toHaveValue('60')
})

test('somebody practises the paper again with fresh questions', async ({ page }) => {
  await startExam(page, 'en', { questions: 5, minutes: 20 })
  await handIn(page, 'en')
  await page.getByRole('button', { name: 'Practise this paper with fresh questions' }).click()
  await expect(page).toHaveURL(/\/practice\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Question 1 of 5')).toBeVisible()
})

test('what an exam showed to be in need of repair becomes cards with one button', async ({ page }) => {
  await startExam(page, 'en', { questions: 5, minutes: 20 })
  await handIn(page, 'en')
  await page.getByRole('button', { name: 'Make 5 cards of what to repair' }).click()
  await expect(page).toHaveURL(/\/review$/)
  await expect(page.getByText(/^Left today: 0 due, \d new, 0 in steps$/)).toBeVisible()
})

test('somebody whose network is slow can choose nothing that would not be kept', async ({ page }) => {
  await startExam(page, 'en', { questions: 1, minutes: 10, forms: ['choice'] })
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  const option = page.getByRole('radio').nth(1)
  await expect(option).toBeVisible()
  // It is there to be read; a press on it would be lost when the scripts come, and so it is none.
  await expect(option.check({ timeout: 1000 })).rejects.toThrow()
  await expect(option).not.toBeChecked()
  release()
  await option.check()
  await page.unroute('**/_next/static/**/*.js')
  await expect(page.getByText('All answers are saved.')).toBeVisible()
  await page.reload()
  await expect(option).toBeChecked()
})
