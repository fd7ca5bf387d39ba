import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { hydrated } from './hydrated'
import { test } from './journey'
import { tabTo } from './practising'

function cell(page: Page, A: string, B: string) {
  return page.getByRole('table').getByRole('button', { name: new RegExp(`A in ${A}, B in ${B}:`) })
}

test('somebody asks how both ends come to CLOSING, and opens the run in the simulator', async ({ page }) => {
  await page.goto('/en/learn')
  await page.getByRole('region', { name: 'See it run' }).getByRole('link', { name: 'Pairs of states' }).click()
  await expect(page.getByText('236 configurations, all of them visited: 44 of 121 pairs occur.')).toBeVisible()
  await cell(page, 'CLOSING', 'CLOSING').click()
  const view = page.getByRole('region', { name: 'A in CLOSING, B in CLOSING' })
  await expect(view.getByRole('img')).toBeVisible()
  await expect(page).toHaveURL('/en/learn/pairs?model=perfect&a=closing&b=closing')
  await expectAccessible(page)
  await view.getByRole('link', { name: 'Open in the simulator' }).click()
  for (const side of ['A', 'B']) {
    await expect(page.getByRole('region', { name: `Variables of ${side}`, exact: true })).toContainText('CLOSING')
  }
})

test('somebody with a keyboard alone learns why a pair is impossible, and when it is not', async ({ page }) => {
  await page.goto('/en/learn/pairs')
  await hydrated(page)
  await expect(page.getByText('44 of 121 pairs occur')).toBeVisible()
  await tabTo(page, 'What may happen')
  await page.keyboard.press('Tab')
  await expect(cell(page, 'CLOSED', 'CLOSED')).toBeFocused()
  // The grid is one stop: End and Home go along a row, and the next stop lies beyond it.
  await page.keyboard.press('End')
  await expect(cell(page, 'CLOSED', 'TIME-WAIT')).toBeFocused()
  await page.keyboard.press('Home')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  const view = page.getByRole('region', { name: 'A in ESTABLISHED, B in CLOSED' })
  await expect(view).toContainText('This pair never occurs under “A perfect network”')
  await expect(view.getByRole('status')).toContainText('Somebody aborts')
  await expect(view.getByRole('status')).toContainText('Somebody crashes')

  await page.getByLabel('What may happen').selectOption('Somebody aborts')
  await expect(page.getByText('54 of 121 pairs occur')).toBeVisible()
  await expect(view.getByRole('img')).toBeVisible()
  await expect(page.getByText('so many, but never in a perfect network')).toBeVisible()
  await expectAccessible(page)
})

test('somebody new begins with a question, and reads what a dot proves', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/en/learn/pairs')
  await hydrated(page)
  await page.getByRole('button', { name: 'Why are never both in LAST-ACK?' }).click()
  const view = page.getByRole('region', { name: 'A in LAST-ACK, B in LAST-ACK' })
  await expect(view).toBeInViewport()
  await expect(view).toContainText('A FIN sent second also carries the ACK of the first.')
  await expect(cell(page, 'LAST-ACK', 'LAST-ACK')).toHaveAttribute('aria-pressed', 'true')
  await page.getByText('What is proved here, and what is not').click()
  await expect(page.getByText('there is none, within this model')).toBeVisible()
  await expectNoSideways(page)
  await expectAccessible(page)
})

test('somebody follows a link to a cell, in Chinese and on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/zh-CN/learn/pairs?model=perfect&a=last-ack&b=last-ack')
  const view = page.getByRole('region', { name: 'A 处于 LAST-ACK，B 处于 LAST-ACK' })
  await expect(view.getByRole('status')).toHaveText('在这些模型中，它都不会出现。')
  await expect(page.getByRole('button', { name: 'A 处于 LAST-ACK，B 处于 LAST-ACK：不会出现' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expectNoSideways(page)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSideways(page)
  await expectAccessible(page)
})
