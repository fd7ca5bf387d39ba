import { type Browser, expect, type Page } from '@playwright/test'
import enAssign from '../messages/en/assign.json' with { type: 'json' }
import enExam from '../messages/en/exam.json' with { type: 'json' }
import zhAssign from '../messages/zh-CN/assign.json' with { type: 'json' }
import zhExam from '../messages/zh-CN/exam.json' with { type: 'json' }
import { expectAccessible, expectNoSideways } from './accessible'
import { answerInExam, examWords, expectSaved } from './examining'
import { hydrated } from './hydrated'
import { test } from './journey'
import { joinBy, makeCourse, openAccount, openDoor } from './teaching'

const words = { en: { ...enAssign, exam: enExam }, 'zh-CN': { ...zhAssign, exam: zhExam } } as const
type Language = keyof typeof words

/** A text with one place, filled. */
const said = (text: string, value: string) => text.replace(/\{\w+(, \w+)?\}/, value)

/** A lecturer with a course, and a student who is in it. */
async function openRoom(browser: Browser, baseURL: string | undefined, language: Language = 'en') {
  const teacher = await openAccount(browser, baseURL)
  const courseId = await makeCourse(teacher)
  const { link } = await openDoor(teacher, courseId)
  const student = await openAccount(browser, baseURL)
  await joinBy(student, link, 'Ada Lovelace')
  await teacher.goto(`/${language}/teach/${courseId}`)
  return { teacher, student, courseId }
}

type Made = { readonly kind?: 'homework' | 'exam'; readonly change?: (page: Page) => Promise<void> }

/** Makes an assignment that is open now, from the page of the course, and publishes it. Gives its address. */
async function assign(page: Page, language: Language, { kind = 'exam', change }: Made = {}): Promise<string> {
  const t = words[language]
  await page.getByRole('link', { name: kind === 'exam' ? t.makeExam : t.makeHomework }).click()
  await page.getByLabel(t.fields.title).fill('Week 7')
  await page.getByLabel(t.fields.opensAt, { exact: true }).fill(await wallTime(page, -60_000))
  await page.getByLabel(t.fields.dueAt, { exact: true }).fill('')
  await page.getByLabel(t.fields.closesAt, { exact: true }).fill(await wallTime(page, 7_200_000))
  await page.locator('input[name=questions]').fill('3')
  await page.locator('input[name=minutes]').fill('30')
  await page.getByText(t.fields.shares).click()
  for (const box of await page.locator('input[name=form]').all())
    await box.setChecked((await box.getAttribute('value')) === 'choice')
  await change?.(page)
  await page.getByRole('button', { name: t.fields.make }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Week 7' })).toBeVisible()
  await page.getByRole('button', { name: t.staff.publish }).click()
  await expect(page.getByText(t.staff.published)).toBeVisible()
  return new URL(page.url()).pathname
}

/** A time as the inputs of a form have it, on the wall clock of the page's browser. */
function wallTime(page: Page, laterMs: number): Promise<string> {
  return page.evaluate((ms) => {
    const at = new Date(Date.now() + ms)
    at.setMinutes(at.getMinutes() - at.getTimezoneOffset())
    return at.toISOString().slice(0, 16)
  }, laterMs)
}

const secondsLeft = async (page: Page) => {
  const [seconds = 0, minutes = 0, hours = 0] = ((await page.getByRole('timer').textContent()) ?? '')
    .replace(/^.*?(?=\d+:)/, '')
    .split(':')
    .map(Number)
    .reverse()
  return hours * 3600 + minutes * 60 + seconds
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`a lecturer assigns an exam; a student takes it with a lost connection and more time, and sees the marks when they are released: ${language}`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000)
    const t = words[language]
    const { teacher, student } = await openRoom(browser, baseURL, language)
    const address = await assign(teacher, language)
    await expectAccessible(teacher)

    await student.goto(`/${language}`)
    await student.getByRole('link', { name: 'Week 7' }).click()
    await expectAccessible(student)
    await student.getByRole('button', { name: t.take.start, exact: true }).click()
    await expect(student).toHaveURL(/\/exam\/[0-9a-f-]{36}$/)
    await answerInExam(student, language)
    await expectSaved(student, language)

    // Away for a moment: what is answered is kept, and sent by itself.
    await student.context().setOffline(true)
    await student.keyboard.press('n')
    await answerInExam(student, language)
    await expect(student.getByText(examWords[language].notSaved)).toBeVisible()
    await student.context().setOffline(false)
    await expectSaved(student, language)

    // One question stands there, however often the page has been drawn since.
    await expect(student.getByRole('main').locator('fieldset')).toHaveCount(1)
    await expect(student.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(1)

    await teacher.getByRole('link', { name: t.staff.live }).click()
    await expect(teacher.getByRole('row', { name: /Ada Lovelace/ })).toContainText('2/3')
    await expectAccessible(teacher)
    await teacher.setViewportSize({ width: 360, height: 740 })
    await expectNoSideways(teacher)
    await teacher.getByRole('button', { name: said(t.live.choosePerson, 'Ada Lovelace') }).click()
    const before = await secondsLeft(student)
    await teacher.getByRole('button', { name: t.live.extend }).click()
    await expect(teacher.getByText(t.live.doneOne)).toBeVisible()
    // Without a reload.
    await expect.poll(() => secondsLeft(student), { timeout: 6000 }).toBeGreaterThan(before + 500)

    await teacher.getByRole('button', { name: t.live.stop }).click()
    await expect(student.getByText(t.exam.stopped)).toBeVisible()
    await expectAccessible(student)
    await teacher.getByRole('button', { name: t.live.resume }).click()
    await expect(student.getByText(t.exam.stopped)).toHaveCount(0)

    await student.getByRole('button', { name: t.exam.handIn, exact: true }).click()
    await student.getByRole('dialog').getByRole('button', { name: t.exam.handInYes }).click()
    await expect(student.getByRole('heading', { level: 1, name: t.notYet.title })).toBeVisible()
    await expectAccessible(student)
    await expect(teacher.getByRole('row', { name: /Ada Lovelace/ })).toContainText(t.live.states['handed in'])

    await teacher.goto(address)
    await teacher.getByRole('button', { name: t.staff.release }).click()
    await expect(teacher.getByText(t.staff.released)).toBeVisible()
    await student.reload()
    await expect(student.getByRole('heading', { level: 1, name: examWords[language].result })).toBeVisible()
    await student.getByRole('link', { name: 'Week 7' }).click()
    await expect(student.getByRole('link', { name: t.take.see, exact: true })).toBeVisible()
  })
}

test('nobody is sent a key or an explanation of an assigned paper before its release', async ({ browser, baseURL }) => {
  const { teacher, student } = await openRoom(browser, baseURL)
  const address = await assign(teacher, 'en')
  const heard: string[] = []
  student.on('response', async (response) => {
    const isOurs = /html|json|x-component/.test(response.headers()['content-type'] ?? '')
    if (isOurs) heard.push(await response.text().catch(() => ''))
  })
  await student.goto(address)
  await student.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(student).toHaveURL(/\/exam\//)
  for (let number = 1; number <= 3; number++) {
    await expect(student.getByRole('heading', { level: 1, name: examWords.en.question(number, 3) })).toBeVisible()
    // No question stays behind, to answer along with the next one.
    await expect(student.getByRole('main').locator('fieldset')).toHaveCount(1)
    await answerInExam(student, 'en')
    await student.keyboard.press('n')
  }
  await expectSaved(student, 'en')
  await student.getByRole('button', { name: 'Hand in', exact: true }).click()
  await student.getByRole('dialog').getByRole('button', { name: 'Hand in for good' }).click()
  await expect(student.getByRole('heading', { level: 1, name: 'Handed in' })).toBeVisible()
  await student.goto(address)
  await expect(student.getByText('not shown yet')).toBeVisible()
  await student.goto('/en/progress/misconceptions')
  await student.goto('/en')
  const before = heard.join('\n')
  expect(before.length).toBeGreaterThan(10_000)
  for (const telling of ['"rightOptions"', '"parting"', '"proof":[', '"feedback"', 'earned'])
    expect(before).not.toContain(telling)
  // A result by its address, and what it would make of the paper, are no way round.
  const attempt = await student.evaluate(() => document.body.innerHTML.match(/exam\/([0-9a-f-]{36})/)?.[1] ?? null)
  expect(attempt).toBeNull()
})

test('somebody who is granted breaks stops the clock, and one who goes one way through has no way back', async ({
  browser,
  baseURL,
}) => {
  const { teacher, student, courseId } = await openRoom(browser, baseURL)
  await teacher.goto(`/en/teach/${courseId}/people`)
  await teacher.getByRole('link', { name: /Ada Lovelace/ }).click()
  await teacher.getByLabel('Minutes of breaks that stop the clock').fill('20')
  await teacher
    .getByRole('form')
    .or(teacher.locator('form'))
    .filter({ has: teacher.getByLabel('Minutes of breaks that stop the clock') })
    .getByRole('button')
    .click()
  await expect(teacher.getByText('Saved.').first()).toBeVisible()
  await teacher.goto(`/en/teach/${courseId}`)
  const address = await assign(teacher, 'en', {
    change: (page) => page.getByLabel('One way through: no way back to a question').check(),
  })
  await student.goto(address)
  await expect(student.getByText('You may stop the clock for breaks of 20 minutes in all.')).toBeVisible()
  await student.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(student).toHaveURL(/\/exam\//)
  await hydrated(student)
  await student.getByRole('button', { name: 'Take a break: 20 min left' }).click()
  await expect(student.getByText('You are taking a break.', { exact: false })).toBeVisible()
  await expectAccessible(student)
  const left = await secondsLeft(student)
  await student.getByRole('button', { name: 'Go on' }).click()
  await expect(student.getByText('You are taking a break.', { exact: false })).toHaveCount(0)
  expect(Math.abs((await secondsLeft(student)) - left)).toBeLessThan(5)

  await answerInExam(student, 'en')
  const isLeft = student.waitForResponse(/\/places$/)
  await student.getByRole('button', { name: 'Next' }).click()
  await expect(student.getByRole('heading', { level: 1, name: 'Question 2 of 3' })).toBeVisible()
  await isLeft
  await expect(student.getByRole('button', { name: 'Previous' })).toHaveCount(0)
  await student.keyboard.press('p')
  await student.reload()
  await expect(student.getByRole('heading', { level: 1, name: 'Question 2 of 3' })).toBeVisible()
  const change = { id: crypto.randomUUID(), by: crypto.randomUUID(), position: 0, revision: 99, given: { choice: 1 } }
  const id = student.url().split('/').at(-1)
  const late = await student.request.post(`/api/v1/exams/${id}/drafts`, { data: change })
  expect([late.status(), (await late.json()).error]).toEqual([409, 'passed'])
})

test('homework asks for its password and promise, is tried again, and counts less', async ({ browser, baseURL }) => {
  const { teacher, student } = await openRoom(browser, baseURL)
  const address = await assign(teacher, 'en', {
    kind: 'homework',
    change: async (page) => {
      await page.getByText('Before the start').click()
      await page.getByLabel('Password (empty for none)').fill('seq')
      await page.getByLabel('What students have to agree to (empty for nothing)').fill('I work alone.')
      await page.getByLabel('Each further try is worth less by (%)').fill('25')
    },
  })
  await student.setViewportSize({ width: 360, height: 740 })
  await student.goto(address)
  await expectNoSideways(student)
  const start = student.getByRole('button', { name: 'Start', exact: true })
  await start.click()
  await expect(student.getByText('That is not the password.')).toBeVisible()
  await student.getByLabel('Password').fill('seq')
  await start.click()
  await expect(student.getByText('You have to agree first.')).toBeVisible()
  await student.getByLabel('I agree').check()
  await start.click()
  for (const number of [1, 2]) {
    await expect(student).toHaveURL(/\/exam\//)
    await student.getByRole('button', { name: 'Hand in', exact: true }).click()
    await student.getByRole('dialog').getByRole('button', { name: 'Hand in for good' }).click()
    await expect(student.getByRole('heading', { level: 1, name: 'Result of the exam' })).toBeVisible()
    await student.goto(address)
    if (number === 2) break
    await student.getByLabel('Password').fill('seq')
    await student.getByLabel('I agree').check()
    await student.getByRole('button', { name: 'Start another try' }).click()
  }
  await expect(student.getByText('counts 75 %')).toBeVisible()
})

test('a student waits before an exam opens, and begins without a reload', async ({ browser, baseURL }) => {
  const { teacher, student } = await openRoom(browser, baseURL)
  const address = await assign(teacher, 'en', {
    change: async (page) => page.getByLabel('Opens').fill(await wallTime(page, 60_000)),
  })
  await student.goto(address)
  await expect(student.getByText(/^It opens in /)).toBeVisible()
  await expect(student.getByRole('button', { name: 'Start', exact: true })).toBeDisabled()
  await expectAccessible(student)
  const early = await student.request.post(`/api/v1${address.replace(/^.*\/assignments/, '/assignments')}/tries`, {
    data: { password: '', isHonoured: true },
  })
  expect([early.status(), await early.json()]).toEqual([409, { error: 'not open' }])
  await expect(student.getByText('It is open.')).toBeVisible({ timeout: 70_000 })
  await student.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(student).toHaveURL(/\/exam\//)
})

test('a lecturer picks questions, moves the window for one student, and looks at the paper', async ({
  browser,
  baseURL,
}) => {
  const { teacher, student } = await openRoom(browser, baseURL)
  const address = await assign(teacher, 'en')
  await teacher.goto(`${address}/pick?topic=open&kind=next-state`)
  const offered = teacher
    .getByRole('listitem')
    .filter({ has: teacher.getByRole('button', { name: /^Pick: / }) })
    .first()
  await offered.getByText('Options and key').click()
  await expect(offered.getByRole('listitem')).toHaveCount(4)
  await expect(offered.getByRole('listitem').filter({ hasText: '(right)' })).toHaveCount(1)
  await teacher
    .getByRole('button', { name: /^Pick: .+: .+ · .+/ })
    .first()
    .click()
  await expect(teacher.getByRole('heading', { name: 'Picked' })).toBeVisible()
  await expectAccessible(teacher)
  await teacher.goto(`${address}/exceptions`)
  await teacher.getByRole('button', { name: 'Keep the exception' }).click()
  await expect(teacher.getByText('A reason of 1 to 200 characters.')).toBeVisible()
  await teacher.getByLabel('Student').selectOption('Ada Lovelace')
  await teacher.getByLabel('Closes').fill('2035-01-01T10:00')
  await teacher.getByLabel('Reason').fill('ill')
  await teacher.getByRole('button', { name: 'Keep the exception' }).click()
  await expect(teacher.getByText(/^Ada Lovelace: closes Jan 1, 2035/)).toBeVisible()
  await expectAccessible(teacher)
  await student.goto(address)
  await expect(student.getByText(/January 1, 2035/)).toBeVisible()
  await expect(student.getByText('4 questions')).toBeVisible()
  await teacher.goto(address)
  await teacher.getByRole('button', { name: 'Look at it as a student' }).click()
  await expect(teacher).toHaveURL(/\/exam\//)
  await expect(teacher.getByRole('heading', { level: 1, name: 'Question 1 of 4' })).toBeVisible()
})

test('an assignment of another course is no page, and no route', async ({ browser, baseURL }) => {
  const { teacher } = await openRoom(browser, baseURL)
  const address = await assign(teacher, 'en')
  const stranger = await openAccount(browser, baseURL)
  for (const part of ['', '/settings', '/live', '/pick', '/exceptions'])
    expect((await stranger.goto(`${address}${part}`))?.status()).toBe(404)
  const id = address.split('/').at(-1)
  const body = { password: '', isHonoured: true }
  expect((await stranger.request.post(`/api/v1/assignments/${id}/tries`, { data: body })).status()).toBe(404)
  for (const part of ['live', 'events'])
    expect((await stranger.request.get(`/api/v1/assignments/${id}/${part}`)).status()).toBe(404)
  const act = { act: { kind: 'handed in' }, studentId: null }
  expect((await stranger.request.post(`/api/v1/assignments/${id}/acts`, { data: act })).status()).toBe(404)
})

test('answers that the network keeps are taken along as a sealed file, and brought in after the end', async ({
  browser,
  baseURL,
}) => {
  const { teacher, student } = await openRoom(browser, baseURL)
  const address = await assign(teacher, 'en')
  await student.goto(address)
  await student.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(student).toHaveURL(/\/exam\//)
  await student.context().setOffline(true)
  await answerInExam(student, 'en')
  await expect(student.getByText(examWords.en.notSaved)).toBeVisible()
  await expectAccessible(student)
  const downloading = student.waitForEvent('download')
  await student.getByRole('button', { name: 'Download the answers that are not saved' }).click()
  const path = await (await downloading).path()
  await student.close()

  await teacher.goto(`${address}/live`)
  await teacher.getByRole('button', { name: 'Act for Ada Lovelace' }).click()
  await teacher.getByRole('button', { name: 'Hand in', exact: true }).click()
  await teacher.getByRole('button', { name: 'Yes, hand in' }).click()
  const row = teacher.getByRole('row', { name: /Ada Lovelace/ })
  await expect(row).toContainText('handed in')
  await expect(row).toContainText('0/3')
  await teacher.getByLabel('Bring in an answer file').setInputFiles(path)
  await expect(teacher.getByText('Ada Lovelace: answers brought in: 1')).toBeVisible()
  await expect(row).toContainText('1/3')
  await teacher
    .getByLabel('Bring in an answer file')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"timewait":"answers 1"}') })
  await expect(teacher.getByText('This is no answer file of this server.')).toBeVisible()
})
