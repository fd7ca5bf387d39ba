import { expect } from '@playwright/test'
import { expectAccessible } from './accessible'
import { ageCards, today } from './age-cards'
import { test } from './journey'
import { answerByKeyboard } from './practising'

const words = {
  en: {
    take: 'Take up: The eleven states',
    left: 'Left today: 0 due, 11 new, 0 in steps',
    goThrough: 'Go through cards without counting',
    coming: /^New cards to come/,
    soon: /^Due now or within a week/,
    start: 'Start',
    aside: 'Nothing counts',
    progress: /^(\d+) of (\d+) right, (\d+) answered$/,
    next: 'Next card',
    nothing: 'You have no such cards. Choose others.',
  },
  'zh-CN': {
    take: '领取: 十一个状态',
    left: '今天还剩：到期 0 张，新卡 11 张，学习中 0 张',
    goThrough: '过一遍卡片，不计入复习',
    coming: /^将要学的新卡/,
    soon: /^现在或一周内到期的/,
    start: '开始',
    aside: '不计入',
    progress: /^(\d+) 张中答对 (\d+) 张，共作答 (\d+) 次$/,
    next: '下一张',
    nothing: '你没有这样的卡片。请另选。',
  },
} as const

for (const language of ['en', 'zh-CN'] as const)
  test(`somebody looks ahead at new cards, by keyboard on a phone, and the schedule stays: ${language}`, async ({
    page,
  }) => {
    const say = words[language]
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`/${language}/review`)
    await page.getByRole('button', { name: say.take }).click()
    await expect(page.getByText(say.left)).toBeVisible()
    await page.getByRole('link', { name: say.goThrough }).click()
    await expectAccessible(page)
    await page.getByLabel(say.soon).check()
    await page.getByRole('button', { name: say.start }).click()
    await expect(page.getByText(say.nothing)).toBeVisible()
    await page.getByLabel(say.coming).check()
    await page.getByRole('button', { name: say.start }).press('Enter')
    await expect(page.getByText(say.aside)).toBeVisible()
    const stem = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    // The order stands in the address.
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(stem)
    for (let answered = 1; answered <= 3; answered++) {
      await answerByKeyboard(page, language)
      await expect(page.getByText(say.progress)).toBeVisible()
      if (answered === 1) await expectAccessible(page)
      await page.getByRole('button', { name: say.next }).click()
    }
    const numbers = say.progress.exec((await page.getByText(say.progress).textContent()) ?? '') ?? []
    expect(numbers.slice(1).map(Number).sort()).toContain(3)
    await page.goto(`/${language}/review`)
    await expect(page.getByText(say.left)).toBeVisible()
  })

test('somebody who comes back after weeks spreads what has piled up, and takes that back', async ({ page }) => {
  await page.goto('/en/review')
  await page.getByRole('button', { name: 'Take up: TIME-WAIT and 2MSL' }).click()
  await expect(page.getByText(/^Left today/)).toBeVisible()
  // As 30 cards look that were last reviewed three weeks ago.
  await ageCards(page, {
    set: `phase = 'review', stability = 10, difficulty = 5, step = 0, reps = 2, "dueDay" = @due, "lastDay" = @last,
      "lastAt" = @at`,
    where: `id IN (SELECT id FROM "Card" WHERE "userId" = @userId ORDER BY rank LIMIT 30)`,
    values: { due: today() - 11, last: today() - 21, at: '2026-01-01T12:00:00.000+00:00' },
  })
  await page.reload()
  await expect(page.getByText(/^Left today: 30 due/)).toBeVisible()
  await page.getByText(/^30 cards are overdue/).click()
  // A digit that chooses in the list answers no card below it.
  const days = page.getByLabel('Over how many days')
  const chosen = await page.getByRole('main').locator('input:checked').count()
  await days.focus()
  await page.keyboard.press('3')
  await expect(days).toHaveValue(/^30?$/)
  expect(await page.getByRole('main').locator('input:checked').count()).toBe(chosen)
  await days.selectOption('7 days')
  await page.getByRole('button', { name: 'Spread them' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'They are spread.' })).toBeFocused()
  await expect(page.getByText(/^25 cards wait for the coming days/)).toBeVisible()
  await expect(page.getByText(/^Left today: 5 due/)).toBeVisible()
  await expectAccessible(page)
  // What was put off is not due, wherever it is listed.
  await page.goto('/en/cards/2msl?show=due')
  await expect(page.getByText('5 cards', { exact: true })).toBeVisible()
  await page.goto('/en/cards/2msl?show=scheduled')
  await expect(page.getByText(/^put off: due (tomorrow|in \d days)$/)).toHaveCount(25)
  await page.goto('/en/review')
  await page.getByRole('button', { name: 'All at once again' }).click()
  await expect(page.getByText(/^Left today: 30 due/)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'The spreading is taken back.' })).toBeFocused()
})

for (const [language, say] of Object.entries({
  en: {
    take: words.en.take,
    rests: 'One card rests: see why',
    title: 'Cards that rest',
    again: 'Take it up again',
    none: 'No card of yours rests.',
    done: 'The card is taken up again: it comes in your reviews.',
  },
  'zh-CN': {
    take: words['zh-CN'].take,
    rests: '有 1 张卡片在休息：看看原因',
    title: '正在休息的卡片',
    again: '恢复这张卡片',
    none: '没有正在休息的卡片。',
    done: '卡片已恢复，会在复习中再次出现。',
  },
} as const))
  test(`a card that rests is held against what it is taken for, and taken up again: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`/${language}/review`)
    await page.getByRole('button', { name: say.take }).click()
    await expect(page.getByText(/^(Left today|今天还剩)/)).toBeVisible()
    await ageCards(page, {
      set: `phase = 'review', stability = 1, difficulty = 9, step = 0, reps = 9, lapses = 6, "dueDay" = 1,
        "lastDay" = 1, "lastAt" = @at, "restedAt" = @at`,
      where: `"factId" = 'meaning/FIN-WAIT-2'`,
      values: { at: '2026-01-01T12:00:00.000+00:00' },
    })
    await page.reload()
    await page.getByRole('link', { name: say.rests }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.title)
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([/FIN-WAIT-2/, /.+/])
    await expectAccessible(page)
    await page.getByRole('button', { name: new RegExp(`^${say.again}: .*FIN-WAIT-2`) }).click()
    await expect(page.getByRole('status').filter({ hasText: say.done })).toBeFocused()
    await expect(page.getByText(say.none)).toBeVisible()
  })
