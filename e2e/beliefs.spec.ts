import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { answerAs } from './believing'
import { test } from './journey'
import { type Language, words } from './practising'

const texts = {
  en: {
    start: 'Find out',
    most: 'Question 1 of at most 12',
    outcome: 'What you seem to believe',
    none: 'None of the known misconceptions.',
    misconception: 'A known misconception',
    fits: /\d+ answers? of \d+ to questions where its holder errs/,
    all: 'All that your answers say',
    behaved: /In \d+ of \d+ answers? you behaved as if it were so/,
    evidence: /^The evidence/,
    dismiss: /^Dismiss: /,
    restore: /^Show again: /,
    dismissed: 'Dismissed',
    nothing: 'Nothing in your last answers says that you hold a known misconception.',
  },
  'zh-CN': {
    start: '开始',
    most: '第 1 题（最多 12 题）',
    outcome: '你似乎相信',
    none: '没有已知的误解。',
    misconception: '常见的误解',
    fits: /\d+ 道题中，你有 \d+ 个答案与持此误解者相同/,
    all: '你的所有答案说明了什么',
    behaved: /\d+ 个答案中有 \d+ 个像是这样认为的/,
    evidence: /^证据/,
    dismiss: /^忽略：/,
    restore: /^重新显示：/,
    dismissed: '已忽略',
    nothing: '你最近的答案没有显示你持有任何已知的误解。',
  },
} as const

const held = 'syn-received-is-the-clients'

/** Finds out what somebody believes who answers so, by keyboard; ends at the summary. */
async function findOut(page: Page, language: Language, belief: string | null): Promise<number> {
  await page.goto(`/${language}/practice`)
  await page.getByRole('button', { name: texts[language].start, exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(texts[language].most)).toBeVisible()
  for (let asked = 1; ; asked++) {
    await answerAs(page, language, belief)
    const next = page.locator('[data-proceed]')
    await expect(next).toBeVisible()
    const isLast = (await next.getAttribute('href')) !== null
    if (asked === 1) {
      await expectAccessible(page)
      await expectNoSideways(page)
    }
    await page.keyboard.press('Enter')
    if (isLast) {
      await expect(page).toHaveURL(/\/summary$/)
      return asked
    }
    await expect(page.getByRole('heading', { level: 2, name: words[language].verdict })).toBeHidden()
  }
}

for (const [language, theme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  const t = texts[language]

  test(`somebody who errs as one belief would is told so with the evidence, and dismisses it: ${language}`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }])
    await page.setViewportSize({ width: 360, height: 740 })
    const asked = await findOut(page, language, held)
    expect(asked).toBeLessThanOrEqual(12)
    const outcome = page.getByRole('region', { name: t.outcome })
    await expect(outcome).toContainText('SYN-RECEIVED')
    await expect(outcome).toContainText(t.fits)
    await expectAccessible(page)
    await expectNoSideways(page)

    // The evidence leads to the answer, and the answer to the belief behind it.
    const fits = outcome.getByRole('listitem').first().getByRole('link').last()
    const [place = ''] = /#question-\d+/.exec((await fits.getAttribute('href')) ?? '') ?? []
    await fits.click()
    await expect(page.locator(place)).toBeVisible()
    await expect(page.locator(place)).toContainText(t.misconception)

    await outcome.getByRole('link', { name: t.all }).click()
    await expect(page).toHaveURL(/\/progress\/misconceptions$/)
    const seems = page.getByRole('region', { name: t.outcome })
    const card = seems.getByRole('listitem').filter({ hasText: 'SYN-RECEIVED' }).first()
    await expect(card).toContainText(t.behaved)
    await card.getByText(t.evidence).click()
    await expectAccessible(page)
    await expectNoSideways(page)

    // By keyboard: gone from above, kept below, and brought back.
    const dismiss = seems.getByRole('button', { name: t.dismiss })
    const before = await dismiss.count()
    await dismiss.first().focus()
    await page.keyboard.press('Enter')
    const below = page.getByRole('region', { name: t.dismissed })
    await expect(below.getByRole('button', { name: t.restore })).toHaveCount(1)
    await expect(dismiss).toHaveCount(before - 1)
    await page.reload()
    await expect(below.getByRole('button', { name: t.restore })).toHaveCount(1)
    await expectAccessible(page)
    await below.getByRole('button', { name: t.restore }).focus()
    await page.keyboard.press('Enter')
    await expect(dismiss).toHaveCount(before)
    await expect(below).toBeHidden()
  })

  test(`somebody who holds none finds out that they hold none: ${language}`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'theme', value: theme === 'light' ? 'dark' : 'light', url: baseURL ?? '' }])
    await findOut(page, language, null)
    const outcome = page.getByRole('region', { name: t.outcome })
    await expect(outcome).toContainText(t.none)
    await expect(outcome.getByRole('listitem')).toHaveCount(0)
    await expectAccessible(page)
    await page.goto(`/${language}/progress/misconceptions`)
    await expect(page.getByText(t.nothing)).toBeVisible()
  })
}
