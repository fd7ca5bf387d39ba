import { expect } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { hydrated } from './hydrated'
import { test } from './journey'

test('somebody takes the first lesson, errs once, and goes on to the next', async ({ page }) => {
  await page.goto('/en/learn')
  await page.getByRole('region', { name: 'See it run' }).getByRole('link', { name: 'Lessons' }).click()
  await page.getByRole('link', { name: 'Opening' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Opening')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()

  // It asks before it shows.
  await expect(page.getByRole('heading', { name: 'Which state is A in then?' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Variables of A' })).toContainText('CLOSED')
  await page.getByRole('button', { name: 'ESTABLISHED' }).click()
  const what = page.getByRole('region', { name: 'What happened' })
  await expect(what).toContainText('No. It is: SYN-SENT')
  await expect(what).toContainText('You said: ESTABLISHED')
  await expect(what).toContainText('At A, in CLOSED')
  await expect(page.getByRole('region', { name: 'Variables of A' })).toContainText('SYN-SENT')
  await expectAccessible(page)

  for (const right of ['SYN,ACK', 'ESTABLISHED', 'ESTABLISHED']) {
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('button', { name: right, exact: true }).click()
    await expect(what).toContainText(`Right: ${right}`)
  }
  await expect(page.getByRole('heading', { name: 'Done: 3 of 4 right' })).toBeVisible()
  await page.getByRole('link', { name: 'Next lesson: Closing' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Closing')
})

test('somebody on a phone learns by the keyboard, in Chinese and in the dark, what 2 MSL are for', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 740 })
  await page.goto('/zh-CN/learn/lessons')
  await expectNoSideways(page)
  await expectAccessible(page)
  await page.getByRole('link', { name: '2 MSL 有什么用' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 MSL 有什么用')
  await hydrated(page)
  await page.getByRole('button', { name: '继续' }).focus()
  for (let step = 0; step < 5; step++) await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '此后 A 处于哪个状态？' })).toBeFocused()
  await page.keyboard.press('1')
  await expect(page.getByRole('button', { name: '继续' })).toBeFocused()
  await expectNoSideways(page)
  await expectAccessible(page)
})

test('somebody who asks for a lesson that there is not is told so', async ({ page }) => {
  const answer = await page.goto('/en/learn/lessons/nothing')
  expect(answer?.status()).toBe(404)
})
