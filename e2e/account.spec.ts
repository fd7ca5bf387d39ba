import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './journey'
import { startPractice } from './practising'

const phone = { width: 360, height: 740 }

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBeLessThanOrEqual(0)
}

test.describe('settings', () => {
  test('somebody on a phone sets the day, the steps and the exam, in Chinese, and finds them again', async ({
    page,
  }) => {
    await page.setViewportSize(phone)
    await page.goto('/zh-CN')
    await page.getByRole('banner').getByRole('link', { name: '设置' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
    await expectAccessible(page)
    await page.getByLabel('时区').selectOption('Asia/Shanghai')
    await page.getByLabel('一天从几点开始').selectOption('5')
    await page.getByLabel('目标记忆率').fill('85')
    await page.getByLabel('学习步骤', { exact: true }).fill('2m 15m')
    await page.getByRole('group', { name: '星期日' }).getByLabel('0%', { exact: true }).check()
    await page.getByLabel('考试日期').fill('2026-12-20')
    await page.getByLabel('科目').fill('408')
    await page.getByRole('button', { name: '保存设置' }).click()
    await expect(page.getByText('已保存。')).toBeVisible()

    await page.reload()
    await expect(page.getByLabel('时区')).toHaveValue('Asia/Shanghai')
    await expect(page.getByLabel('一天从几点开始')).toHaveValue('5')
    await expect(page.getByLabel('目标记忆率')).toHaveValue('85')
    await expect(page.getByLabel('学习步骤', { exact: true })).toHaveValue('2m 15m')
    await expect(page.getByRole('group', { name: '星期日' }).getByLabel('0%', { exact: true })).toBeChecked()
    await expect(page.getByLabel('考试日期')).toHaveValue('2026-12-20')
    await expect(page.getByLabel('科目')).toHaveValue('408')
  })

  test('somebody who mistypes is told at the field, and nothing typed is lost', async ({ page }) => {
    await page.goto('/en/settings')
    await page.getByLabel('Learning steps', { exact: true }).fill('1 day')
    await page.getByLabel('New cards a day').fill('7')
    await page.getByLabel('Holiday from').fill('2026-12-24')
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await expect(page.getByText('Not saved: something above cannot be as it is.')).toBeVisible()
    const steps = page.getByLabel('Learning steps', { exact: true })
    await expect(steps).toBeFocused()
    await expect(steps).toHaveAccessibleDescription(/At most five steps/)
    await expect(steps).toHaveValue('1 day')
    await expect(page.getByLabel('New cards a day')).toHaveValue('7')
    await expect(page.getByText('A holiday needs both dates')).toBeVisible()
    await expectAccessible(page)
  })

  test('somebody turns the number keys off, and they are off', async ({ page }) => {
    await page.goto('/en/settings')
    await page.getByLabel('Keys 1 to 9 choose an option').uncheck()
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
    await startPractice(page, 'en', { kinds: ['next-state'] })
    await expect(page.getByRole('radio').first()).toBeVisible()
    await page.keyboard.press('2')
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  })

  test('somebody changes the theme in the settings, and the header says so too', async ({ page }) => {
    await page.goto('/en/settings')
    await page.getByRole('main').getByRole('button', { name: 'Dark' }).click()
    await expect(page.getByRole('banner').getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expectAccessible(page)
  })

  test.describe('in Auckland', () => {
    test.use({ timezoneId: 'Pacific/Auckland' })

    test('somebody reads times in the zone of the browser, and in the one chosen', async ({ page }) => {
      const clock = (timeZone: string) =>
        new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone }).format(new Date())
      await startPractice(page, 'en')
      await page.goto('/en/practice')
      const entry = page.getByRole('main').getByRole('listitem').filter({ hasText: 'right' })
      await expect(entry).toContainText(clock('Pacific/Auckland'))
      await expect(entry).not.toContainText('UTC')
      await page.goto('/en/settings')
      await expect(page.getByLabel('Time zone')).toContainText('As in this browser (Pacific/Auckland)')
      await page.getByLabel('Time zone').selectOption('Pacific/Pago_Pago')
      await page.getByRole('button', { name: 'Save the settings' }).click()
      await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
      await page.goto('/en/practice')
      await expect(entry).toContainText(clock('Pacific/Pago_Pago'))
    })
  })
})
