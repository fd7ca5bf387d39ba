import { type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { hear } from './hear'
import { hydrated } from './hydrated'
import { test } from './journey'
import { openTeacher } from './own-course'

const words = {
  en: {
    byMe: 'In your own words',
    question: 'The question',
    option: (number: number) => `Option ${number}`,
    why: /^Explanation after/,
    keep: 'Keep the question',
    ask: /^Ask this/,
    code: 'Code',
    go: 'Go to the question',
    wrongCode: 'No question has this code. Look at it once more.',
    send: 'Send my answer',
    again: 'Change my answer',
    sent: 'Your answer is in. You can change it until the question is closed.',
    answers: (count: number) => (count === 1 ? 'One answer' : `${count} answers`),
    close: 'Close',
    closed: 'The question is closed. What is right is shown in a moment.',
    reveal: 'Show the proof',
    result: 'What was answered',
    proof: 'What is right, and why',
    right: '✓ Right.',
    wrong: '✕ Not right.',
    table: 'As a table',
    others: 'To the open question',
    old: 'Asked before',
  },
  'zh-CN': {
    byMe: '自己写',
    question: '题目',
    option: (number: number) => `选项 ${number}`,
    why: /^作答后的说明/,
    keep: '保存题目',
    ask: /^就问这道/,
    code: '代码',
    go: '去答题',
    wrongCode: '没有题目用这个代码。请再看一眼。',
    send: '提交回答',
    again: '修改回答',
    sent: '回答已收到。截止之前都可以修改。',
    answers: (count: number) => `已有 ${count} 份回答`,
    close: '截止作答',
    closed: '已截止作答，稍后公布答案。',
    reveal: '公布证明',
    result: '回答情况',
    proof: '正确答案及理由',
    right: '✓ 正确。',
    wrong: '✕ 不正确。',
    table: '以表格显示',
    others: '去看这道题',
    old: '问过的题',
  },
} as const

type Language = keyof typeof words

const secret = 'the-reason-that-nobody-may-read-yet'

/** Asks a question that the teacher wrote, whose key is its first option; gives its code. */
async function askOwn(page: Page, courseId: string, language: Language): Promise<string> {
  const say = words[language]
  await page.goto(`/${language}/teach/${courseId}/questions/new`)
  await hydrated(page)
  await page.getByLabel(say.byMe).check()
  await page.getByLabel(say.question, { exact: true }).fill('What is 2 MSL for?')
  for (const [index, option] of ['Old segments', 'Speed', 'Flow control', 'Nothing'].entries())
    await page.getByLabel(say.option(index + 1), { exact: true }).fill(option)
  await page.getByLabel(say.why).fill(secret)
  await page.getByRole('button', { name: say.keep }).click()
  await expect(page).toHaveURL(/questions$/)
  await page.goto(`/${language}/teach/${courseId}/live`)
  await expectAccessible(page)
  await page.getByRole('button', { name: say.ask }).first().click()
  await expect(page).toHaveURL(/live\/[0-9a-f-]{36}$/)
  const code = await page.getByText(/^[2-9A-Y]{3} [2-9A-Y]{3}$/).textContent()
  return code ?? ''
}

type Phone = { readonly page: Page; readonly heard: () => Promise<string> }

/** A phone in the hall, of somebody without an account, at the question. */
async function openPhone(
  browser: Browser,
  baseURL: string | undefined,
  language: Language,
  code: string,
): Promise<Phone> {
  const say = words[language]
  const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const heard = await hear(page)
  await page.goto(`/${language}/live`)
  await page.getByLabel(say.code).fill(code.toLowerCase())
  await page.getByRole('button', { name: say.go }).click()
  await expect(page).toHaveURL(/live\/[2-9A-Y]{6}$/)
  await hydrated(page)
  return { page, heard }
}

async function answer({ page }: Phone, language: Language, option: string): Promise<void> {
  const say = words[language]
  await page.getByRole('radio', { name: new RegExp(option) }).check()
  await page.getByRole('button', { name: new RegExp(`${say.send}|${say.again}`) }).click()
  await expect(page.getByText(say.sent)).toBeVisible()
}

for (const language of ['en', 'zh-CN'] as const) {
  const say = words[language]

  test(`a hall answers on its phones, sees the bars and then the proof: ${language}`, async ({ browser, baseURL }) => {
    const { page: wall, courseId } = await openTeacher(browser, baseURL, language)
    const code = await askOwn(wall, courseId, language)
    const heardOnWall = await hear(wall)
    await wall.reload()
    await expectAccessible(wall)
    await wall.setViewportSize({ width: 360, height: 740 })
    await expectNoSideways(wall)

    const ada = await openPhone(browser, baseURL, language, code)
    const bob = await openPhone(browser, baseURL, language, code)
    await expectAccessible(ada.page)
    await expectNoSideways(ada.page)
    await answer(ada, language, 'Speed')
    await expect(wall.getByText(say.answers(1), { exact: true })).toBeVisible()
    await answer(bob, language, 'Nothing')
    await expect(wall.getByText(say.answers(2), { exact: true })).toBeVisible()
    // A second thought counts in place of the first.
    await answer(ada, language, 'Old segments')
    await ada.page.reload()
    await expect(ada.page.getByText(say.sent)).toBeVisible()
    await expect(wall.getByText(say.answers(2), { exact: true })).toBeVisible()

    await wall.getByRole('button', { name: say.close, exact: true }).click()
    await expect(wall.getByRole('region', { name: say.result })).toBeVisible()
    for (const phone of [ada, bob]) await expect(phone.page.getByText(say.closed)).toBeVisible()
    await wall.getByText(say.table).click()
    await expect(wall.getByRole('row', { name: /Old segments 1/ })).toBeVisible()
    await expect(wall.getByRole('row', { name: /Speed 0/ })).toBeVisible()

    // Up to here nobody was sent the key or the reason, neither the phones nor the wall that all can see.
    for (const heard of [ada.heard, bob.heard, heardOnWall]) {
      const sent = await heard()
      expect(sent).toContain('What is 2 MSL for?')
      expect(sent).not.toContain(secret)
      expect(sent).not.toContain('text:Old segments')
      expect(sent).not.toContain('rightOptions')
    }

    await wall.getByRole('button', { name: say.reveal }).click()
    await expect(wall.getByRole('heading', { name: say.proof })).toBeVisible()
    await expect(ada.page.getByRole('heading', { name: say.right })).toBeVisible()
    await expect(bob.page.getByRole('heading', { name: say.wrong })).toBeVisible()
    for (const page of [wall, ada.page, bob.page]) {
      await expect(page.getByText(secret)).toBeVisible()
      await expectAccessible(page)
      await expectNoSideways(page)
    }
    await wall.goto(`/${language}/teach/${courseId}/live`)
    await wall.getByRole('listitem').filter({ hasText: 'What is 2 MSL for?' }).last().locator('summary').first().click()
    await expect(wall.getByRole('region', { name: say.result })).toBeVisible()
    for (const page of [wall, ada.page, bob.page]) await page.context().close()
  })
}

test('a hall whose network lets no events through is asked every few seconds, and misses nothing', async ({
  browser,
  baseURL,
}) => {
  const say = words.en
  const { page: wall, courseId } = await openTeacher(browser, baseURL, 'en')
  await wall.context().route('**/changes**', (route) => route.abort())
  const code = await askOwn(wall, courseId, 'en')
  const phone = await openPhone(browser, baseURL, 'en', code)
  await phone.page.context().addInitScript(() => Reflect.deleteProperty(window, 'EventSource'))
  await phone.page.reload()
  await hydrated(phone.page)
  await answer(phone, 'en', 'Speed')
  await expect(wall.getByText(say.answers(1), { exact: true })).toBeVisible()
  await wall.getByRole('button', { name: say.close, exact: true }).click()
  await expect(phone.page.getByText(say.closed)).toBeVisible()
  await wall.getByRole('button', { name: say.reveal }).click()
  await expect(phone.page.getByRole('heading', { name: say.wrong })).toBeVisible()
  for (const page of [wall, phone.page]) await page.context().close()
})

test('a code that leads nowhere is said so, and a phone that comes too late answers no more', async ({
  browser,
  baseURL,
  page,
}) => {
  await page.goto('/en/live')
  await page.getByLabel('Code').fill('222 222')
  await page.getByRole('button', { name: words.en.go }).click()
  await expect(page.getByText(words.en.wrongCode)).toBeVisible()
  await expectAccessible(page)
  const { page: wall, courseId } = await openTeacher(browser, baseURL, 'en')
  const code = (await askOwn(wall, courseId, 'en')).replace(' ', '')
  await wall.getByRole('button', { name: words.en.close, exact: true }).click()
  await expect(wall.getByRole('region', { name: words.en.result })).toBeVisible()
  const late = await page.request.post(`/api/v1/live/${code}/answers`, { data: { given: { choice: 0 } } })
  expect([late.status(), await late.json()]).toEqual([409, { error: 'closed' }])
  const nobody = await page.request.get('/api/v1/live/222222/changes')
  expect(nobody.status()).toBe(404)
  await wall.context().close()
})
