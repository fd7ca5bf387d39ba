import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { test } from './journey'
import { makePast, type Past } from './past/past'

const words = {
  en: {
    titles: ['Progress', 'Memory', 'Work', 'Beliefs', 'Cards', 'The history of a card'],
    place: 'Progress',
    table: 'The same as a table',
    empty: /^Nothing has been reviewed yet\./,
    takeUp: 'Take up cards',
  },
  'zh-CN': {
    titles: ['进度', '记忆', '学习量', '误解', '卡片', '一张卡片的历史'],
    place: '进度',
    table: '以表格显示',
    empty: /^还没有复习过。/,
    takeUp: '领取卡片',
  },
} as const

let past: Past
test.beforeAll(() => {
  past = makePast()
})

async function becomeLearner(context: BrowserContext, url: string | undefined): Promise<void> {
  const cookies = past.cookie.map((cookie) => {
    const [name = '', ...value] = cookie.split('=')
    return { name, value: value.join('='), url: url ?? '' }
  })
  await context.addCookies(cookies)
}

/** The card that was reviewed most often. */
function longestCard(): Past['cards'][number] {
  const [card] = past.cards.toSorted((a, b) => b.reps - a.reps)
  if (card === undefined) throw new Error('There is a card')
  return card
}

const addresses = () => ['', '/memory', '/work', '/misconceptions', '/cards', `/cards/${longestCard().id}`]

/** The section under a heading. */
const section = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name })

async function openTable(part: Locator, open: string): Promise<Locator> {
  await part.getByText(open).click()
  const table = part.getByRole('table')
  await expect(table).toBeVisible()
  return table
}

/** The numbers of a column of a table, from the top. */
async function column(table: Locator, place: number): Promise<readonly number[]> {
  const texts = await table.locator('tbody tr').locator(`:nth-child(${place})`).allTextContents()
  return texts.map((text) => Number.parseFloat(text.replace(/[^\d.]/g, '')))
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

// One language by day and the other by night: both themes and both languages are looked through, not all four pairs.
for (const [language, theme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test(`somebody with half a year behind them sees all of it on a phone, every table open: ${language}, ${theme}`, async ({
    page,
    context,
    baseURL,
  }) => {
    await becomeLearner(context, baseURL)
    await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }])
    for (const [place, address] of addresses().entries()) {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(`/${language}/progress${address}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[language].titles[place] ?? '')
      await page.locator('summary').evaluateAll((summaries: readonly HTMLElement[]) => {
        for (const summary of summaries) summary.click()
      })
      await expectAccessible(page)
      await expectNoSideways(page)
      await page.setViewportSize({ width: 320, height: 740 })
      await expectNoSideways(page)
    }
  })

  test(`somebody new is told how there comes to be progress: ${language}`, async ({ page }) => {
    const say = words[language]
    await page.goto(`/${language}`)
    await page.getByRole('link', { name: say.place, exact: true }).click()
    await expect(page).toHaveURL(`/${language}/progress`)
    for (const address of ['', '/memory', '/work', '/cards']) {
      await page.goto(`/${language}/progress${address}`)
      await expect(page.getByText(say.empty)).toBeVisible()
      await expectAccessible(page)
    }
    await page.getByRole('link', { name: say.takeUp }).click()
    await expect(page).toHaveURL(`/${language}/review`)
  })
}

test('the diagram, its table and the cards agree on what is remembered', async ({ page, context, baseURL }) => {
  await becomeLearner(context, baseURL)
  await page.goto('/en/progress')
  const diagram = page.getByRole('group', {
    name: 'The state diagram with the chance of recall on each arrow and state',
  })
  const table = await openTable(section(page, 'What you remember today'), words.en.table)
  // Eleven states and twenty arrows, on both.
  await expect(table.locator('tbody tr')).toHaveCount(31)
  await expect(diagram.getByRole('link')).toHaveCount(31)
  for (const link of await diagram.getByRole('link', { name: /^Arrow/ }).all()) {
    const [, number, recall] =
      /^Arrow (\d+), .*: (\d+%|not met yet), /.exec((await link.getAttribute('aria-label')) ?? '') ?? []
    const row = table
      .getByRole('row')
      .filter({ has: page.locator('th span span', { hasText: new RegExp(`^${number}$`) }) })
    await expect(row.getByRole('cell').first()).toHaveText(recall ?? '')
    const drawn = (await link.locator('text').textContent())?.trim()
    expect(drawn).toBe(recall === 'not met yet' ? '' : recall)
  }
  // An arrow leads to what there is to learn of it.
  await diagram.getByRole('link', { name: /^Arrow 4,/ }).press('Enter')
  await expect(page).toHaveURL(/\/en\/learn\?arrow=listen-to-syn-received/)
})

test('somebody sees what is weakest, looks at its history, and practises its topics', async ({
  page,
  context,
  baseURL,
}) => {
  await becomeLearner(context, baseURL)
  await page.goto('/en/progress')
  const weakest = section(page, 'What is weakest')
  const shares = (await weakest.getByText(/^\d+% today/).allTextContents()).map((text) => Number.parseInt(text, 10))
  expect(shares.length).toBeGreaterThan(0)
  expect(shares.length).toBeLessThanOrEqual(5)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(Math.max(...shares)).toBeLessThan(90)
  const fact = (await weakest.getByRole('listitem').first().locator('p').first().textContent()) ?? ''
  await weakest.getByRole('link', { name: 'History' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The history of a card')
  await expect(page.getByText(fact, { exact: true })).toBeVisible()
  // The same share may stand at an axis, too.
  await expect(page.getByRole('definition').filter({ hasText: new RegExp(`^${shares[0]}%$`) })).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: 'Practise these topics' }).click()
  await expect(page).toHaveURL(/\/en\/practice\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Question 1 of 10')).toBeVisible()
})

test('the tables of a memory add up to what stands above its pictures', async ({ page, context, baseURL }) => {
  await becomeLearner(context, baseURL)
  await page.goto('/en/progress/memory')
  const retention = section(page, 'True retention')
  const [, right, asked] = /you recalled \d+% \((\d+) of (\d+)\)/.exec((await retention.textContent()) ?? '') ?? []
  const months = await openTable(retention, words.en.table)
  const cells = await months.locator('tbody tr td:last-child').allTextContents()
  const parts = cells.map((cell) => /\((\d+)\/(\d+)\)/.exec(cell) ?? [])
  expect(sum(parts.map(([, one = '0']) => Number(one)))).toBe(Number(right))
  expect(sum(parts.map(([, , one = '0']) => Number(one)))).toBe(Number(asked))

  const calibration = section(page, 'Predicted and observed recall')
  await expect(calibration).toContainText(`${asked} reviews. Log loss: 0.`)
  const bins = await openTable(calibration, words.en.table)
  expect(sum(await column(bins, 4))).toBe(Number(asked))
  const picture = calibration.getByRole('img')
  await expect(picture.locator('circle')).toHaveCount(await bins.locator('tbody tr').count())

  const forecast = section(page, 'What falls due')
  const [, due, overdue] = /^(\d+) cards? falls? due .* (\d+) cards? (?:is|are) overdue/.exec(
    (await forecast.locator('p').first().textContent()) ?? '',
  ) ?? ['', '0', '0']
  const days = await openTable(forecast, words.en.table)
  const [backlog = 0, ...ahead] = await column(days, 2)
  expect(ahead.length).toBe(30)
  expect([sum(ahead), backlog]).toEqual([Number(due), Number(overdue)])
  expect(backlog).toBeGreaterThan(0)
})

test('the days of the last month are the same in both pictures and in their tables', async ({
  page,
  context,
  baseURL,
}) => {
  await becomeLearner(context, baseURL)
  await page.goto('/en/progress/work')
  const reviews = section(page, 'Reviews a day')
  const [, all] = /The last 30 days: (\d+) reviews/.exec((await reviews.textContent()) ?? '') ?? []
  const days = await openTable(reviews, words.en.table)
  expect(sum(await column(days, 2))).toBe(Number(all))
  // What was taken back is counted nowhere: six were asked today, and one of them taken back.
  await expect(days.locator('tbody tr').first().getByRole('cell').first()).toHaveText('5')
  const year = section(page, 'The last year')
  const [, inYear] = /(\d+) reviews in all/.exec((await year.textContent()) ?? '') ?? []
  const weeks = await openTable(year, words.en.table)
  const counts = (await weeks.locator('tbody td').allTextContents()).filter((text) => text !== '').map(Number)
  expect(sum(counts)).toBe(Number(inYear))
  await expect(year.getByRole('img').locator('rect')).toHaveCount(counts.length)
})

test('a belief stands with the answer that betrays it, and a link to it', async ({ page, context, baseURL }) => {
  await becomeLearner(context, baseURL)
  await page.goto('/en/progress/misconceptions')
  const belief = page
    .locator('section > ul > li')
    .filter({ hasText: 'The ACK of its FIN takes LAST-ACK to TIME-WAIT.' })
  await expect(belief).toContainText(/In \d+ of \d+ answers? you behaved as if it were so/)
  await belief.getByText(/^The evidence/).click()
  const newest = belief.getByRole('list').first().getByRole('listitem').first()
  await expect(newest).toContainText('→ TIME-WAIT')
  await newest.getByRole('link', { name: 'practice' }).click()
  await expect(page).toHaveURL(`/en/practice/${past.practiceId}/summary#question-1`)
  await expect(page.getByText('Not right').first()).toBeVisible()
})

test('somebody finds a card by what it asks, and its table has every review of its curve', async ({
  page,
  context,
  baseURL,
}) => {
  await becomeLearner(context, baseURL)
  await page.goto('/en/progress/cards')
  await expect(page.getByRole('status')).toHaveText(`${past.cards.length} cards`)
  await page.getByRole('searchbox').fill('time-wait: every')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/\?q=time-wait/)
  await page.getByRole('searchbox').fill('no such thing')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('No card of yours asks that.')).toBeVisible()
  await page.getByRole('link', { name: 'Show all' }).click()
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.getByText('Page 2 of', { exact: false })).toBeVisible()

  const { id, reps } = longestCard()
  await page.goto(`/en/progress/cards/${id}`)
  await expect(page.getByText(`${reps} reviews, newest first`, { exact: false })).toBeVisible()
  await expect(section(page, 'Reviews').getByRole('listitem')).toHaveCount(Math.min(reps, 50))
  const curve = section(page, 'Forgetting curve')
  const rows = await openTable(curve, words.en.table)
  const curves = curve.getByRole('img').locator('path.stroke-accent')
  await expect(curves).toHaveCount(await rows.locator('tbody tr').count())
})

test('the card of another is no page, and neither is one that does not exist', async ({ page }) => {
  for (const card of [longestCard().id, 'b3f1c2d4-0000-4000-8000-000000000000', 'nonsense']) {
    const response = await page.goto(`/en/progress/cards/${card}`)
    expect(response?.status()).toBe(404)
  }
})

test('days are the learner’s own: in another time zone the same reviews have other hours', async ({
  page,
  context,
  baseURL,
}) => {
  await becomeLearner(context, baseURL)
  const { id } = longestCard()
  const first = section(page, 'Reviews').getByRole('time').last()
  const seen: string[] = []
  for (const zone of ['Asia/Tokyo', 'America/Los_Angeles']) {
    await page.goto('/en/settings')
    await page.getByLabel('Time zone').selectOption(zone)
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
    await page.goto(`/en/progress/cards/${id}`)
    seen.push((await first.textContent()) ?? '')
  }
  expect(seen[0]).toMatch(/1:\d\d PM$/)
  expect(seen[1]).toMatch(/[89]:\d\d PM$/)
})
