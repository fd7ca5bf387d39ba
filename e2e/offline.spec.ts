import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { locales } from '../lib/i18n/routing'
import en from '../messages/en/machine.json' with { type: 'json' }
import zh from '../messages/zh-CN/machine.json' with { type: 'json' }
import { expectAccessible, expectNoSideways } from './accessible'
import { test } from './journey'
import { freePort, startServer } from './own-server'
import { answerByKeyboard } from './practising'

const words = {
  en: {
    set: 'Take up: The eleven states',
    take: 'Take cards along',
    ready: /You can review them without a network/,
    offline: /^No network\./,
    online: 'The network is there, and everything is sent.',
    onDevice: 'Cards on this device: 11',
    waiting: (count: number) => `Waiting to be sent: ${count}`,
    sent: (count: number) => `Sent just now: ${count}`,
    rated: /^Counted as (Again|Hard|Good|Easy)\. Comes back .+\.$/,
    ratings: { again: 'Again', good: 'Good' },
    toReview: 'Go on in Review',
    undo: 'Undo the last review',
    left: /^Left today/,
    title: 'Review without a network',
  },
  'zh-CN': {
    set: '领取: 十一个状态',
    take: '随身带上卡片',
    ready: /没有网络也能复习这些卡片/,
    offline: /^没有网络。/,
    online: '网络正常，所有复习都已发送。',
    onDevice: '这台设备上的卡片：11 张',
    waiting: (count: number) => `等待发送：${count} 次复习`,
    sent: (count: number) => `刚刚发送：${count} 次复习`,
    rated: /^记为“(忘记|困难|良好|容易)”。.+再来。$/,
    ratings: { again: '忘记', good: '良好' },
    toReview: '回到“复习”继续',
    undo: '撤销上一次复习',
    left: /^今天还剩/,
    title: '离线复习',
  },
} as const

type Language = keyof typeof words

/** Takes up the eleven states, and takes their cards along on this device. */
async function takeAlong(page: Page, language: Language = 'en'): Promise<void> {
  const say = words[language]
  await page.goto(`/${language}/review`)
  await page.getByRole('button', { name: say.set }).click()
  await takeOnDevice(page, language)
}

/** Takes the cards along that are there already. */
async function takeOnDevice(page: Page, language: Language = 'en'): Promise<void> {
  await page.getByRole('button', { name: words[language].take }).press('Enter')
  await expect(page.getByText(words[language].onDevice)).toBeVisible()
  await expect(page.getByText(words[language].ready)).toBeVisible()
}

/** Answers what is asked, waits until it is counted, and goes on. */
async function review(page: Page, language: Language = 'en'): Promise<void> {
  await answerByKeyboard(page, language)
  await expect(page.getByText(words[language].rated)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(words[language].rated)).toHaveCount(0)
}

const meanings: Readonly<Record<Language, Readonly<Record<string, { readonly meaning: string }>>>> = {
  en: en.states,
  'zh-CN': zh.states,
}

/** Answers by key what a state means, right or wrong, and goes on. */
async function reviewMeaning(page: Page, language: Language, right: boolean): Promise<void> {
  const stem = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const [state = ''] = /[A-Z][A-Z0-9-]+/.exec(stem) ?? []
  const meaning = meanings[language][state.toLowerCase()]?.meaning.replaceAll('`', '') ?? 'no such state'
  const options = await page.getByRole('main').locator('label:has(input[type=radio])').allTextContents()
  const choice = options.findIndex((option) => option.includes(meaning) === right)
  await page.keyboard.press(String(choice + 1))
  await page.keyboard.press('Enter')
  await expect(page.getByText(words[language].rated)).toContainText(words[language].ratings[right ? 'good' : 'again'])
  await page.keyboard.press('Enter')
  await expect(page.getByText(words[language].rated)).toHaveCount(0)
}

const logSchema = z.object({
  tables: z.object({
    Review: z.array(
      z.object({ id: z.string(), cardId: z.string(), at: z.string(), rating: z.string(), selfRated: z.boolean() }),
    ),
    Card: z.array(z.object({ id: z.string(), reps: z.number() })),
  }),
})

/** The log of whoever is signed in, in order of time, and how often each card was reviewed. */
async function logOf(context: BrowserContext) {
  const response = await context.request.get('/api/v1/me/export?format=json')
  const { tables } = logSchema.parse(await response.json())
  return { reviews: tables.Review.toSorted((a, b) => a.at.localeCompare(b.at)), cards: tables.Card }
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`somebody reviews on a phone without a network, and all of it is in the log when it is back: ${language}`, async ({
    page,
    context,
  }) => {
    const say = words[language]
    await page.setViewportSize({ width: 360, height: 740 })
    await takeAlong(page, language)
    await expectAccessible(page)
    await expectNoSideways(page)

    await context.setOffline(true)
    await page.goto(`/${language}/review`)
    await expect(page).toHaveURL(new RegExp(`/${language}/offline`))
    await expect(page.getByText(say.offline)).toBeVisible()
    await expect(page.getByText(say.left)).toBeVisible()
    await expectAccessible(page)
    await expectNoSideways(page)
    await reviewMeaning(page, language, true)
    await reviewMeaning(page, language, false)
    await reviewMeaning(page, language, true)
    await answerByKeyboard(page, language)
    await expect(page.getByText(say.waiting(4))).toBeVisible()
    await expectAccessible(page)
    await expectNoSideways(page)
    const undone = page.getByRole('heading', { level: 1 })
    const stem = (await undone.textContent()) ?? ''
    await page.keyboard.press('u')
    await expect(page.getByText(say.waiting(3))).toBeVisible()
    await expect(undone).toHaveText(stem)

    // What was answered outlives the page.
    await page.reload()
    await expect(page.getByText(say.waiting(3))).toBeVisible()
    await review(page, language)
    await expect(page.getByText(say.waiting(4))).toBeVisible()
    const left = (await page.getByText(say.left).textContent()) ?? ''

    await context.setOffline(false)
    await expect(page.getByText(say.sent(4))).toBeVisible()
    await expect(page.getByText(say.online)).toBeVisible()
    await page.getByRole('link', { name: say.toReview }).click()
    await expect(page).toHaveURL(new RegExp(`/${language}/review$`))
    await expect(page.getByText(say.left)).toHaveText(left)
    const { reviews, cards } = await logOf(context)
    expect(reviews.length).toBe(4)
    expect(reviews.slice(0, 3).map(({ rating }) => rating)).toEqual(['good', 'again', 'good'])
    expect(cards.reduce((sum, { reps }) => sum + reps, 0)).toBe(4)
  })
}

test('somebody whose server is gone reviews all the same, and it is sent by itself when the server is back', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'timewait-offline-'))
  const port = await freePort()
  const first = await startServer(port, folder)
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` })
  const page = await context.newPage()
  await takeAlong(page)
  // It keeps silent: nobody has to wait until it is certain that it will not answer.
  first.kill('SIGSTOP')
  await page.reload()
  await page.getByRole('button', { name: 'Review the cards on this device' }).click()
  await review(page)
  first.kill('SIGKILL')
  await page.reload()
  await expect(page.getByText(words.en.offline)).toBeVisible()
  await review(page)
  await expect(page.getByText(words.en.waiting(2))).toBeVisible()

  const second = await startServer(port, folder)
  await expect(page.getByText(words.en.sent(2))).toBeVisible({ timeout: 70_000 })
  expect((await logOf(context)).reviews.length).toBe(2)
  second.kill('SIGTERM')
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a card that somebody reviews on two devices without a network ends with both reviews', async ({
  browser,
  baseURL,
}) => {
  const open = async () => {
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    return { context, page: await context.newPage() }
  }
  const [phone, desk] = [await open(), await open()]
  await phone.page.goto('/en/review')
  await phone.page.getByRole('button', { name: words.en.set }).click()
  await expect(phone.page.getByText(words.en.left)).toBeVisible()
  await desk.context.addCookies(await phone.context.cookies())
  await desk.page.goto('/en/review')
  for (const { page, context } of [phone, desk]) {
    await takeOnDevice(page)
    await context.setOffline(true)
    await page.reload()
    await review(page)
  }
  for (const { page, context } of [desk, phone]) {
    await context.setOffline(false)
    await expect(page.getByText(words.en.sent(1))).toBeVisible()
  }
  const { reviews, cards } = await logOf(phone.context)
  expect(reviews.length).toBe(2)
  expect(new Set(reviews.map(({ cardId }) => cardId)).size).toBe(1)
  expect(cards.find(({ id }) => id === reviews[0]?.cardId)?.reps).toBe(2)
  for (const { context } of [phone, desk]) await context.close()
})

/** Has whoever is on the page rate their own memory from now on. */
async function rateMyself(page: Page): Promise<void> {
  await page.goto('/en/settings')
  await page.getByLabel('I rate my memory myself').check()
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
}

test('somebody who rates their own memory does so though the network comes back before', async ({ page, context }) => {
  await rateMyself(page)
  await takeAlong(page)
  await context.setOffline(true)
  await page.reload()
  await answerByKeyboard(page, 'en')
  await expect(page.getByRole('group', { name: 'How well did you remember?' }).getByRole('button')).toHaveText([
    /^Again/,
    /^Hard/,
    /^Good/,
    /^Easy/,
  ])
  await context.setOffline(false)
  await expect(page.getByText('The network is there. Your answer is sent when you have rated it.')).toBeVisible()
  await expectAccessible(page)
  await expectNoSideways(page)
  await page.keyboard.press('4')
  await expect(page.getByText(/^Counted as Easy\. Comes back in \d+ days\.$/)).toBeVisible()
  await expect(page.getByText(words.en.sent(1))).toBeVisible()
  expect((await logOf(context)).reviews).toMatchObject([{ rating: 'easy', selfRated: true }])
})

test('somebody who leaves without rating their memory is rated by what they answered', async ({ page, context }) => {
  await rateMyself(page)
  await takeAlong(page)
  await context.setOffline(true)
  await page.reload()
  await answerByKeyboard(page, 'en')
  await expect(page.getByRole('group', { name: 'How well did you remember?' })).toBeVisible()
  await expect(page.getByText(words.en.waiting(1))).toHaveCount(0)
  await page.reload()
  await expect(page.getByText(words.en.waiting(1))).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(words.en.sent(1))).toBeVisible()
  expect((await logOf(context)).reviews).toMatchObject([{ selfRated: false }])
})

test('somebody who signs out leaves no cards on the device, and no page that asks them', async ({ page, context }) => {
  const email = `ada-${crypto.randomUUID()}@example.org`
  await takeAlong(page)
  await makeAccount(page, email)
  // The guest has become the account in place: the cards stay.
  await page.goto('/en/offline')
  await expect(page.getByText(words.en.onDevice)).toBeVisible()

  await page.goto('/en/settings/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/en$/)
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([])
  await page.goto('/en/offline')
  await expect(page.getByText(/There are no cards on this device/)).toBeVisible()
  await context.setOffline(true)
  await expect(page.goto('/en/review')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
})

/** Makes an account of the guest on the page. */
async function makeAccount(page: Page, email: string): Promise<void> {
  await page.goto('/en/settings/account')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Make an account', exact: true }).click()
  await expect(page.getByText(`You are signed in as ${email}.`)).toBeVisible()
}

const password = 'correct horse battery'
const ofOthers = (count: number) => new RegExp(`^Reviews on this device from another sign-in .+: ${count}\\.`)

/** Reviews a card without a network; then it is back, but no review gets through. */
async function reviewAndWait(page: Page, context: BrowserContext): Promise<void> {
  await context.setOffline(true)
  await page.reload()
  await review(page)
  await expect(page.getByText(words.en.waiting(1))).toBeVisible()
  await page.route('**/api/v1/reviews/batch', (route) => route.abort())
  await context.setOffline(false)
}

test('somebody whose session has ended loses the cards, is told why, and finds their reviews sent once they are back', async ({
  page,
  context,
}) => {
  const email = `ada-${crypto.randomUUID()}@example.org`
  await takeAlong(page)
  await makeAccount(page, email)
  await page.goto('/en/review')
  await reviewAndWait(page, context)
  // A page that tries to send meanwhile would be told first, and be gone with what it says.
  await page.goto('about:blank')
  await context.clearCookies()
  await page.unroute('**/api/v1/reviews/batch')
  await page.goto('/en/offline')
  await expect(page.getByText(/^You are signed in no more/)).toBeVisible()
  await expect(page.getByText(ofOthers(1))).toBeVisible()
  await expectAccessible(page)
  await expectNoSideways(page)
  await page.reload()
  await expect(page.getByText(/There are no cards on this device/)).toBeVisible()

  // Whoever comes next neither sees nor sends them, and takes cards along of their own.
  await takeAlong(page)
  await expect(page.getByText(ofOthers(1))).toBeVisible()
  await expectAccessible(page)
  await expectNoSideways(page)
  await context.setOffline(true)
  await page.reload()
  await review(page)
  await expect(page.getByText(words.en.waiting(1))).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(words.en.sent(1))).toBeVisible()
  await expect(page.getByText(ofOthers(1))).toBeVisible()
  expect((await logOf(context)).reviews.length).toBe(1)

  await page.goto('/en/settings/account/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/settings\/account\/merge$/)
  await expect.poll(async () => (await logOf(context)).reviews.length).toBe(1)
  await page.goto('/en/review')
  await expect(page.getByText(words.en.left)).toContainText('10 new')
  await expect(page.getByText(ofOthers(1))).toHaveCount(0)
})

test('somebody who deletes what is kept of them leaves no review waiting on the device', async ({ page, context }) => {
  await takeAlong(page)
  await reviewAndWait(page, context)
  await page.goto('/en/settings/data')
  await page.getByRole('textbox').fill('delete')
  await page.getByRole('button', { name: 'Delete everything of mine' }).click()
  await expect(page).toHaveURL(/\/en$/)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('timewait.device'))).toBe(null)
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('deleted-user')
  await page.goto('/en/offline')
  await expect(page.getByText(/There are no cards on this device/)).toBeVisible()
  await expect(page.getByText(ofOthers(1))).toHaveCount(0)
})

test('somebody removes from their device what nobody will come back to send', async ({ page, context }) => {
  await takeAlong(page)
  await reviewAndWait(page, context)
  await context.clearCookies()
  await page.goto('/en/review')
  await expect(page.getByText(ofOthers(1))).toBeVisible()
  await page.getByText('That person cannot sign in any more').click()
  await expectAccessible(page)
  await expectNoSideways(page)
  await page.getByRole('button', { name: 'Remove them from this device' }).click()
  await expect(page.getByText(ofOthers(1))).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('timewait.device'))).toBe(null)
})

test('somebody who goes on from the page for reviews by its header keeps the cards on the device', async ({
  page,
  context,
}) => {
  await takeAlong(page)
  await context.setOffline(true)
  await page.reload()
  await review(page)
  await context.setOffline(false)
  await expect(page.getByText(words.en.sent(1))).toBeVisible()
  // That page was rendered for nobody; this link loads no other document.
  await page.getByRole('banner').getByRole('link', { name: 'Progress', exact: true }).click()
  await expect(page).toHaveURL(/\/en\/progress$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('banner').getByRole('link', { name: 'Review', exact: true }).click()
  await expect(page.getByText(words.en.onDevice)).toBeVisible()
  await expect(page.getByText(words.en.left)).toContainText('10 new')
  await page.reload()
  await expect(page.getByText(words.en.onDevice)).toBeVisible()
})

test('somebody reads why a review could not be counted, and puts it away', async ({ page, context }) => {
  await takeAlong(page)
  await context.setOffline(true)
  await page.reload()
  await review(page)
  const results = [{ kind: 'refused', error: 'withdrawn' }]
  await page.route('**/api/v1/reviews/batch', (route) => route.fulfill({ json: { results } }))
  await context.setOffline(false)
  await expect(page.getByRole('heading', { name: 'Reviews that could not be counted' })).toBeVisible()
  await page.goto('/en/review')
  const refused = page.getByText('The question has been changed or withdrawn since it was taken along.')
  await expect(refused).toBeVisible()
  await expectAccessible(page)
  await expectNoSideways(page)
  await page.getByRole('button', { name: 'Put away' }).click()
  await expect(refused).toHaveCount(0)
  expect((await logOf(context)).reviews.length).toBe(0)
})

test('somebody who finds reviews waiting sees them sent above the review, and what is left after them', async ({
  page,
  context,
}) => {
  await takeAlong(page)
  await context.setOffline(true)
  await page.reload()
  await review(page)
  await page.route('**/api/v1/reviews/batch', (route) => route.abort())
  await context.setOffline(false)
  await page.goto('/en/review')
  await expect(page.getByRole('status').getByText(words.en.waiting(1))).toBeVisible()
  await expect(page.getByText(words.en.left)).toContainText('11 new')
  await expectAccessible(page)
  await expectNoSideways(page)
  await page.unroute('**/api/v1/reviews/batch')
  await expect(page.getByRole('status').getByText(words.en.sent(1))).toBeVisible()
  await page.getByRole('button', { name: 'Show what is left now' }).click()
  await expect(page.getByText(words.en.left)).toContainText('10 new')
})

test('somebody who has installed the app has cards along without asking for them', async ({ page }) => {
  await page.addInitScript(() => {
    const match = window.matchMedia.bind(window)
    window.matchMedia = (query) => match(query === '(display-mode: standalone)' ? 'all' : query)
  })
  await page.goto('/en/review')
  await page.getByRole('button', { name: words.en.set }).click()
  await expect(page.getByText(words.en.onDevice)).toBeVisible()
  await expect(page.getByText(words.en.ready)).toBeVisible()
  // And what is reviewed online is taken along anew.
  await answerByKeyboard(page, 'en')
  const known = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const open = indexedDB.open('timewait')
          open.onsuccess = () => {
            const read = open.result.transaction('taken').objectStore('taken').get('taken')
            read.onsuccess = () => {
              open.result.close()
              resolve(read.result.cards.filter(({ memory }: { memory: unknown }) => memory !== null).length)
            }
          }
        }),
    )
  await expect.poll(known).toBe(1)
  // So is what is flipped; forgotten, it comes back soon enough to travel.
  await page.goto('/en/cards/all/flip')
  await page.getByRole('button', { name: 'Show the back' }).click()
  await page.getByRole('button', { name: /^Again/ }).click()
  await expect.poll(known).toBe(2)
})

test('somebody sees their pages as they are, for the worker keeps none but one', async ({ page, context }) => {
  await takeAlong(page)
  const kept = () =>
    page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
      const requests = (await Promise.all(stores.map((store) => store.keys()))).flat()
      return requests.map(({ url }) => new URL(url).pathname).filter((path) => !path.startsWith('/_next/static/'))
    })
  const pages = locales.map((locale) => `/${locale}/offline`)
  expect(await kept()).toEqual(pages)
  // A page that the worker answers for is what the network has: it changes with what was done.
  await page.goto('/en/review')
  await answerByKeyboard(page, 'en')
  await page.goto('/en/review')
  await expect(page.getByText(words.en.left)).toContainText('10 new')
  await page.goto('/en/exam')
  await page.goto('/en/practice')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await kept()).toEqual(pages)
  // No exam without a network, and nothing in its place.
  await context.setOffline(true)
  await expect(page.goto('/en/exam')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
})

test('a new build of the app takes over from the old one', async ({ page }) => {
  await takeAlong(page)
  const stores = () => page.evaluate(() => caches.keys())
  const [current] = await stores()
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js?v=before')
  })
  await expect.poll(stores).toEqual(['timewait-offline-before'])
  await page.goto('/en')
  await expect.poll(stores).toEqual([current])
})

test('what a device takes along has neither key nor name that tells, and a clock that is a day wrong does no harm', async ({
  page,
  context,
}) => {
  await page.goto('/en/review')
  await page.getByRole('button', { name: words.en.set }).click()
  await expect(page.getByText(words.en.left)).toBeVisible()
  const ahead = await context.request.post('/api/v1/reviews/ahead', { data: { held: [] } })
  const text = await ahead.text()
  expect(text).not.toMatch(/meaning\/[A-Z]|state-from-meaning\/|rightOptions|"key"/)
  const { owner, now, cards } = aheadSchema.parse(JSON.parse(text))
  expect(cards.length).toBe(11)

  const dayMs = 86_400_000
  for (const [index, wrong] of [-dayMs, dayMs].entries()) {
    const card = cards[index]
    const showing = card?.content.showings[0]
    const byDevice = now + wrong
    const sent = {
      id: crypto.randomUUID(),
      card: card?.card,
      handle: showing?.handle,
      seed: showing?.seed,
      given: { choice: 0 },
      print: showing?.print,
      tookMs: 3000,
      sure: false,
      rating: null,
      at: byDevice + 1,
      taken: { byServer: now, byDevice },
    }
    const batch = { owner, now: Date.now() + wrong, reviews: [sent] }
    const reply = await context.request.post('/api/v1/reviews/batch', { data: batch })
    expect(await reply.json()).toEqual({ results: [{ kind: 'recorded' }] })
    const again = await context.request.post('/api/v1/reviews/batch', { data: batch })
    expect(await again.json()).toEqual({ results: [{ kind: 'already' }] })
    const stranger = await context.request.post('/api/v1/reviews/batch', { data: { ...batch, owner: 'eve' } })
    expect(stranger.status()).toBe(409)
  }
  const { reviews } = await logOf(context)
  expect(reviews.length).toBe(2)
  for (const { at } of reviews) expect(Math.abs(Date.parse(at) - now)).toBeLessThan(dayMs / 2)
})

const aheadSchema = z.object({
  owner: z.string(),
  now: z.number(),
  cards: z.array(
    z.object({
      card: z.string(),
      content: z.object({ showings: z.array(z.object({ handle: z.number(), seed: z.number(), print: z.number() })) }),
    }),
  ),
})

test('somebody without a session, and a batch that makes no sense, get one clear refusal', async ({ request }) => {
  expect((await request.post('/api/v1/reviews/ahead', { data: { held: [] } })).status()).toBe(401)
  const batch = { owner: 'x', now: 1, reviews: [{}] }
  expect((await request.post('/api/v1/reviews/batch', { data: batch })).status()).toBe(401)
  const tooMany = { ...batch, reviews: Array.from({ length: 51 }, () => ({})) }
  expect((await request.post('/api/v1/reviews/batch', { data: tooMany })).status()).toBe(400)
})

for (const language of ['en', 'zh-CN'] as const) {
  test(`the app can be installed in the language of the page: ${language}`, async ({ page, request }) => {
    await page.goto(`/${language}/review`)
    const address = await page.locator('link[rel=manifest]').getAttribute('href')
    const manifest = await (await request.get(address ?? '')).json()
    expect(manifest).toMatchObject({ id: '/', lang: language, start_url: `/${language}/review`, display: 'standalone' })
    for (const { src } of manifest.icons) expect((await request.get(src)).status()).toBe(200)
    await page.getByRole('button', { name: words[language].set }).click()
    await expect(page.getByRole('button', { name: words[language].take })).toBeVisible()
    const install = page.getByRole('button', { name: language === 'en' ? 'Install Timewait' : '安装 Timewait' })
    await expect(install).toHaveCount(0)
    // Chromium asks this of a person who has been here for a while, and of no headless one.
    await page.evaluate(() => window.dispatchEvent(new Event('beforeinstallprompt', { cancelable: true })))
    await expect(install).toBeVisible()
  })
}
