import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { expectAccessible } from './accessible'
import { handIn, startExam } from './examining'
import { test } from './journey'
import { answerByKeyboard } from './practising'

const words = {
  en: {
    take: 'Take up: The eleven states',
    examOn: 'Date of the exam',
    subject: 'Subject',
    save: 'Save the settings',
    saved: 'Saved.',
    days: /^Networks: [567] days to go\.$/,
    fresh: (count: number) => `${count} new cards`,
    start: 'Start today’s plan',
    left: /^Left today/,
    rated: /^Counted as/,
    onTheDay: 'On the day, if you keep to the plan',
    few: 'You have 0 reviews; 400 more are needed.',
    train: 'Train on my reviews',
    progress: 'Training',
    kept: /^Kept: on \d+ reviews held out, the new numbers foresee your answers better\. Their log loss is 0\.\d{3}; it was 0\.\d{3}\.$/,
    inForce: 'The numbers of FSRS-6, as for everybody.',
    own: /^Numbers of your own, trained on /,
    back: 'Back to the numbers of FSRS-6',
    backDone: 'The numbers of FSRS-6 are in force.',
  },
  'zh-CN': {
    take: '领取: 十一个状态',
    examOn: '考试日期',
    subject: '科目',
    save: '保存设置',
    saved: '已保存。',
    days: /^距离Networks还有 [567] 天。$/,
    fresh: (count: number) => `新卡 ${count} 张`,
    start: '开始今天的计划',
    left: /^今天还剩/,
    rated: /^记为/,
    onTheDay: '考试当天（按计划复习）',
    few: '你已复习 0 次，还差 400 次。',
    train: '用我的复习记录训练',
    progress: '训练进度',
    kept: /^已采用：在留作检验的 \d+ 次复习上，新参数的预测更准确。对数损失为 0\.\d{3}，此前为 0\.\d{3}。$/,
    inForce: 'FSRS-6 自带的参数，与所有人相同。',
    own: /^你自己的参数，于 /,
    back: '恢复 FSRS-6 自带的参数',
    backDone: '当前使用 FSRS-6 自带的参数。',
  },
} as const

type Language = keyof typeof words

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Sets the date of an exam by the settings; a guest is made of whoever has no session. */
async function setExam(page: Page, language: Language, days: number): Promise<void> {
  const say = words[language]
  await page.goto(`/${language}/settings`)
  await page.getByLabel(say.examOn).fill(inDays(days))
  await page.getByLabel(say.subject).fill('Networks')
  await page.getByRole('button', { name: say.save }).click()
  await expect(page.getByText(say.saved, { exact: true })).toBeVisible()
}

const exported = z.object({ tables: z.object({ User: z.tuple([z.object({ id: z.string() })]) }) })

/** Gives the person on this page a past of reviews; returns how many. */
async function fillPast(
  page: Page,
  { cards, days }: { readonly cards: number; readonly days: number },
): Promise<number> {
  const mine = exported.parse(await (await page.request.get('/api/v1/me/export?format=json')).json())
  const [{ id }] = mine.tables.User
  const run = ['--conditions=react-server', '--import', 'tsx', 'e2e/fill-past.ts', id, String(cards), String(days)]
  const { stdout } = await promisify(execFile)(process.execPath, run)
  return Number(stdout.trim())
}

async function numbersIn(page: Page, text: RegExp): Promise<readonly number[]> {
  const found = (await page.getByText(text).first().textContent()) ?? ''
  return [...found.matchAll(/\d+/g)].map(Number)
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`somebody sets a date, sees the plan on a phone, reviews, and the plan shrinks: ${language}`, async ({
    page,
  }) => {
    const say = words[language]
    await page.setViewportSize({ width: 360, height: 740 })
    await setExam(page, language, 6)
    await page.goto(`/${language}`)
    // Without a card there is nothing to plan, but the way to begin.
    await expect(page.getByRole('heading', { name: say.days })).toBeVisible()
    await expect(page.getByRole('link', { name: say.start })).toHaveCount(0)
    await page.goto(`/${language}/review`)
    await page.getByRole('button', { name: say.take }).click()
    await expect(page.getByText(say.left)).toBeVisible()
    // Spread over the days that are left, though twenty a day are allowed.
    expect((await numbersIn(page, say.left))[1]).toBe(5)
    await page.goto(`/${language}`)
    await expect(page.getByText(say.fresh(5))).toBeVisible()
    await expectAccessible(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(360)
    await page.getByRole('link', { name: say.start }).click()
    await expect(page.getByText(say.left)).toBeVisible()
    await answerByKeyboard(page, language)
    await expect(page.getByText(say.rated)).toBeVisible()
    expect((await numbersIn(page, say.left))[1]).toBe(4)
    await page.goto(`/${language}`)
    await expect(page.getByText(say.fresh(4))).toBeVisible()
    await expect(page.getByText(say.onTheDay)).toBeVisible()
  })

  test(`somebody with too few reviews sees how many are missing, and with enough trains on them: ${language}`, async ({
    page,
  }) => {
    const say = words[language]
    await page.setViewportSize({ width: 360, height: 740 })
    await setExam(page, language, 60)
    await page.goto(`/${language}/settings/memory`)
    await expect(page.getByText(say.few)).toBeVisible()
    await expect(page.getByRole('button', { name: say.train })).toHaveCount(0)
    expect(await fillPast(page, { cards: 70, days: 60 })).toBeGreaterThan(400)
    await page.reload()
    await expect(page.getByText(say.inForce)).toBeVisible()
    await page.getByRole('button', { name: say.train }).click()
    await expect(page.getByRole('progressbar', { name: say.progress })).toBeVisible()
    await expect(page.getByText(say.kept)).toBeVisible()
    await expect(page.getByRole('progressbar', { name: say.progress })).toHaveCount(0)
    await expect(page.getByText(say.own)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: say.back }).click()
    await expect(page.getByText(say.inForce)).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: say.backDone })).toBeFocused()
  })
}

test('on the eve of the exam reviews are brought forward, and the review has as many as the plan', async ({ page }) => {
  const say = words.en
  await setExam(page, 'en', 2)
  await fillPast(page, { cards: 70, days: 60 })
  await page.goto('/en')
  const [reviews = 0] = await numbersIn(page, /^\d+ reviews?( ·|$)/)
  const [ahead = 0] = await numbersIn(page, /of them brought forward for the exam$/)
  expect(ahead).toBeGreaterThan(0)
  expect(ahead).toBeLessThanOrEqual(reviews)
  await expect(page.getByText(/^\d+% \(\d+%–\d+%\)$/)).toHaveCount(2)
  await page.getByRole('link', { name: say.start }).click()
  expect((await numbersIn(page, say.left))[0]).toBe(reviews)
  await page.goto('/en/settings')
  await page.getByLabel(say.examOn).fill(inDays(-2))
  await page.getByRole('button', { name: say.save }).click()
  await expect(page.getByText(say.saved, { exact: true })).toBeVisible()
  await page.goto('/en')
  await expect(page.getByText('Your exam is over.')).toBeVisible()
})

test('somebody finds what was expected of a mock exam beside what it came to, and both on a plot', async ({ page }) => {
  await setExam(page, 'en', 20)
  await fillPast(page, { cards: 70, days: 60 })
  await startExam(page, 'en', { questions: 4, minutes: 20, forms: ['choice'] })
  await handIn(page, 'en')
  await expect(page.getByText(/^At the start \d+% \(\d+%–\d+%\) was expected\. It came to 0%\.$/)).toBeVisible()
  await page.goto('/en/exam')
  await expect(page.getByRole('img', { name: /^Expected score across/ })).toBeVisible()
  await expect(
    page.getByText(/^On average a score was [\d.]+ percentage points below what was expected, over 1 exam;/),
  ).toBeVisible()
  await page.getByText('The same as a table').click()
  await expect(page.getByRole('table').last().getByRole('row').last()).toContainText('0%')
  await expectAccessible(page)
  // Whoever is new has nothing that could be expected.
  await page.context().clearCookies()
  await startExam(page, 'en', { questions: 4, minutes: 20, forms: ['choice'] })
  await handIn(page, 'en')
  await expect(page.getByText(/^At the start/)).toHaveCount(0)
})
