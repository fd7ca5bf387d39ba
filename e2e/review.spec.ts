import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './journey'
import { answerByKeyboard, controlOn, startPractice } from './practising'

const words = {
  en: {
    take: 'Take up: The eleven states',
    left: /^Left today: \d+ due, \d+ new, \d+ in steps$/,
    rated: /^Counted as (Again|Hard|Good|Easy)\. Comes back .+\.$/,
    next: 'Next card',
    undo: 'Undo the last review',
    sure: 'I am sure',
    wrongIsCard: 'What you got wrong is a card now: it comes back in your reviews.',
    remember: 'Remember this',
    remembered: 'It is a card now.',
    none: 'You have no cards yet',
  },
  'zh-CN': {
    take: '领取: 十一个状态',
    left: /^今天还剩：到期 \d+ 张，新卡 \d+ 张，学习中 \d+ 张$/,
    rated: /^记为“(忘记|困难|良好|容易)”。.+再来。$/,
    next: '下一张',
    undo: '撤销上一次复习',
    sure: '我有把握',
    wrongIsCard: '答错的内容已成为一张卡片，会在复习时再次出现。',
    remember: '记住它',
    remembered: '已经成为一张卡片。',
    none: '你还没有卡片',
  },
} as const

async function leftToday(page: Page): Promise<readonly number[]> {
  const text = await page.getByText(/^(Left today|今天还剩)/).textContent()
  return [...(text ?? '').matchAll(/\d+/g)].map(Number)
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`a guest takes up the eleven states and reviews them by keyboard on a phone: ${language}`, async ({ page }) => {
    const say = words[language]
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`/${language}/review`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.none)
    await expectAccessible(page)
    await page.getByRole('button', { name: say.take }).press('Enter')
    await expect(page.getByText(say.left)).toBeVisible()
    expect(await leftToday(page)).toEqual([0, 11, 0])
    for (let card = 0; card < 3; card++) {
      const stem = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
      await answerByKeyboard(page, language)
      await expect(page.getByText(say.rated)).toBeVisible()
      if (card === 0) await expectAccessible(page)
      // The focus is on the verdict; Enter goes on to the card that is there already.
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(stem)
    }
    expect((await leftToday(page))[1]).toBe(8)
  })
}

test('somebody takes back a review with U, and is asked the same card again', async ({ page }) => {
  const say = words.en
  await page.goto('/en/review')
  await page.getByRole('button', { name: say.take }).click()
  await expect(page.getByText(say.left)).toBeVisible()
  const stem = page.getByRole('heading', { level: 1 })
  const first = (await stem.textContent()) ?? ''
  await answerByKeyboard(page, 'en')
  await expect(page.getByText(say.rated)).toBeVisible()
  await page.keyboard.press('u')
  const undone = page.getByRole('status').filter({ hasText: 'The last review is taken back.' })
  await expect(undone).toBeFocused()
  await expect(stem).toHaveText(first)
  await expect(page.getByText(say.left)).toHaveText('Left today: 0 due, 11 new, 0 in steps')
})

/** Holds back what waits for it until it is opened. */
function makeGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

test('U pressed twice takes back one review, and none while an answer is on its way', async ({ page }) => {
  const say = words.en
  await page.goto('/en/review')
  await page.getByRole('button', { name: say.take }).click()
  await expect(page.getByText(say.left)).toBeVisible()
  const asked: unknown[] = []
  const gate = makeGate()
  await page.route('**/api/v1/reviews/undo', async (route) => {
    asked.push(route.request().postDataJSON())
    await gate.opened
    await route.continue()
  })
  await answerByKeyboard(page, 'en')
  await expect(page.getByText(say.rated)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(say.rated)).toHaveCount(0)
  const held = makeGate()
  const sent = page.waitForRequest('**/api/v1/reviews')
  await page.route('**/api/v1/reviews', async (route) => {
    await held.opened
    await route.continue()
  })
  await page.keyboard.press('2')
  if ((await controlOn(page)) === 'text') await page.getByRole('main').getByRole('textbox').fill('LISTEN')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const { id }: { id: string } = (await sent).postDataJSON()
  await page.keyboard.press('u')
  held.open()
  await expect(page.getByText(say.rated)).toBeVisible()
  expect(asked).toEqual([])
  await page.keyboard.press('u')
  await page.keyboard.press('u')
  await page.getByRole('button', { name: say.undo }).click()
  gate.open()
  await expect(page.getByText('The last review is taken back.')).toBeVisible()
  // It named the one that was meant; the review before it stands.
  expect(asked).toEqual([{ review: id }])
  expect((await leftToday(page))[1]).toBe(10)
})

test('a review that another device has gone beyond is not taken back from here', async ({ page, context }) => {
  const say = words.en
  await page.goto('/en/review')
  await page.getByRole('button', { name: say.take }).click()
  await answerByKeyboard(page, 'en')
  await expect(page.getByText(say.rated)).toBeVisible()
  const other = await context.newPage()
  await other.goto('/en/review')
  await answerByKeyboard(other, 'en')
  await expect(other.getByText(say.rated)).toBeVisible()
  await page.getByRole('button', { name: say.undo }).click()
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(/^There is no review to take back here/)
  await other.reload()
  expect((await leftToday(other))[1]).toBe(9)
})

test('what was wrong in a practice is a card, and what was right becomes one by choice', async ({ page }) => {
  const say = words.en
  await startPractice(page, 'en', { kinds: ['next-state'] })
  const seen = { wrong: 0, right: 0 }
  for (let question = 0; question < 5; question++) {
    await answerByKeyboard(page, 'en')
    if ((await page.getByText(say.wrongIsCard).count()) > 0) seen.wrong += 1
    else {
      seen.right += 1
      await page.getByRole('button', { name: say.remember }).click()
      await expect(page.getByText(say.remembered)).toBeVisible()
    }
    await page.locator('[data-proceed]').click()
  }
  expect(seen.wrong + seen.right).toBe(5)
  await page.goto('/en/review')
  await expect(page.getByText(say.left)).toHaveText('Left today: 0 due, 5 new, 0 in steps')
})

test('the key is in no byte before the answer', async ({ page }) => {
  const bodies: string[] = []
  page.on('response', async (response) => {
    if (/\/(review|api)/.test(response.url())) bodies.push(await response.text().catch(() => ''))
  })
  await page.goto('/en/review')
  await page.getByRole('button', { name: words.en.take }).click()
  await expect(page.getByText(words.en.left)).toBeVisible()
  await page.reload()
  await expect(page.getByText(words.en.left)).toBeVisible()
  // The names of facts and items say what is asked about, and with it the answer.
  for (const body of bodies) expect(body).not.toMatch(/meaning\/[A-Z]|state-from-meaning\/|"rightOptions"/)
})

test('a review that is sent again, is not mine, or makes no sense, changes nothing', async ({ page, request }) => {
  await page.goto('/en/review')
  await page.getByRole('button', { name: words.en.take }).click()
  await expect(page.getByText(words.en.left)).toBeVisible()
  const sent = page.waitForRequest('**/api/v1/reviews')
  await answerByKeyboard(page, 'en')
  const body: unknown = (await sent).postDataJSON()
  const again = await page.request.post('/api/v1/reviews', { data: body })
  expect(again.status()).toBe(200)
  await page.reload()
  expect((await leftToday(page))[1]).toBe(10)
  // A stranger, and nonsense.
  expect((await request.post('/api/v1/reviews', { data: body })).status()).toBe(404)
  expect((await page.request.post('/api/v1/reviews', { data: { ...Object(body), seed: -1 } })).status()).toBe(400)
  const headers = { 'Content-Type': 'application/json' }
  expect((await page.request.post('/api/v1/reviews', { headers, data: Buffer.from('{') })).status()).toBe(400)
  await page.reload()
  expect((await leftToday(page))[1]).toBe(10)
})

for (const [language, say] of Object.entries({
  en: { help: 'Give me a hint', taken: 'With a hint, right counts as Hard.', rated: /^Counted as (Again|Hard)\./ },
  'zh-CN': { help: '给点提示', taken: '用了提示，答对记为“困难”。', rated: /^记为“(忘记|困难)”。/ },
} as const))
  test(`a hint says part of the answer, and what it helped to counts as Hard: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`/${language}/review`)
    await page.getByRole('button', { name: words[language as keyof typeof words].take }).click()
    const before = await leftToday(page)
    await page.getByRole('button', { name: say.help }).click()
    await expect(page.getByText(say.taken)).toBeVisible()
    await expectAccessible(page)
    // Whoever reloads has taken it all the same, and nothing was counted.
    await page.reload()
    await expect(page.getByText(say.taken)).toBeVisible()
    expect(await leftToday(page)).toEqual(before)
    await answerTheOpenOption(page)
    await expect(page.getByText(say.rated)).toBeVisible()
  })

/** Chooses the first option that no hint has struck out, or whatever the question asks for. */
async function answerTheOpenOption(page: Page): Promise<void> {
  const form = page.getByRole('main').locator('form')
  if ((await controlOn(page)) === 'choice') await form.locator('input[type=radio]:not(:disabled)').first().check()
  else await form.getByRole('textbox').fill('LISTEN')
  await form.locator('button[type=submit]').click()
}

test('a wrong answer may be changed once, where somebody wants that', async ({ page }) => {
  await page.goto('/en/settings')
  await page.getByLabel('Give me a second try').check()
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await page.goto('/en/review')
  await page.getByRole('button', { name: words.en.take }).click()
  await expect(page.getByText(words.en.left)).toBeVisible()
  const rated = page.getByText(words.en.rated)
  const notYet = page.getByText('Not right yet. Change your answer and try once more; right then counts as Hard.')
  const next = page.getByRole('button', { name: words.en.next })
  let wrong = 0
  for (let card = 0; card < 8 && wrong < 2; card++) {
    await answerTheOpenOption(page)
    await expect(rated.or(notYet)).toBeVisible()
    if (await notYet.isVisible()) {
      wrong += 1
      // Nothing has been shown or counted so far.
      await expect(page.getByRole('heading', { level: 2, name: /right\.$/i })).toHaveCount(0)
      const show = page.getByRole('button', { name: 'Show the answer' })
      if (wrong === 1) {
        await show.click()
        await expect(rated).toHaveText(/^Counted as Again/)
      } else {
        await page.getByRole('main').locator('input[type=radio]').nth(1).check()
        await expect(show).toHaveCount(0)
        await page.getByRole('button', { name: 'Check', exact: true }).click()
        await expect(rated).toHaveText(/^Counted as (Again|Hard)/)
      }
    }
    await next.click()
    await expect(rated).toHaveCount(0)
  }
  expect(wrong).toBe(2)
})

test('somebody who rates their own memory sees where each rating leads, and rates by key', async ({ page }) => {
  await page.goto('/en/settings')
  await page.getByLabel('I rate my memory myself').check()
  await page.getByLabel('New cards a day').fill('5')
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await page.goto('/en/review')
  await page.getByRole('button', { name: words.en.take }).click()
  await expect(page.getByText(words.en.left)).toHaveText('Left today: 0 due, 5 new, 0 in steps')
  await answerByKeyboard(page, 'en')
  // Nothing is counted before the rating.
  await expect(page.getByText(words.en.left)).toHaveText('Left today: 0 due, 5 new, 0 in steps')
  const rates = page.getByRole('group', { name: 'How well did you remember?' })
  await expect(rates.getByRole('button')).toHaveText([/^Again/, /^Hard/, /^Good/, /^Easy/])
  await expect(rates.getByRole('button').last()).toHaveText(/in \d+ days$/)
  await expectAccessible(page)
  await page.keyboard.press('4')
  await expect(page.getByText(/^Counted as Easy\. Comes back in \d+ days\.$/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.en.left)).toHaveText('Left today: 0 due, 4 new, 0 in steps')
})

test('somebody with an exam sees on Home how many days are left', async ({ page }) => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await page.goto('/en/settings')
  await page.getByLabel('Date of the exam').fill(inDays(40))
  await page.getByLabel('Subject').fill('Networks')
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await page.goto('/en')
  // Before 04:00 the learner's day is the one before.
  await expect(page.getByText(/^Networks: 4[01] days to go\.$/)).toBeVisible()
})
