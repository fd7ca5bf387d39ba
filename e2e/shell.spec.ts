import { expect } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './journey'

test('somebody changes the theme, and it is still theirs on the next page', async ({ page }) => {
  await page.goto('/en')
  const dark = page.getByRole('button', { name: 'Dark' })
  // It answers to a press only when the page's scripts ran, which the policy allows by their nonce alone.
  await dark.click()
  await expect(dark).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('body')).toHaveCSS('color-scheme', 'dark')

  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test.describe('a reader of Chinese', () => {
  test.use({ locale: 'zh-CN' })

  test('somebody who reads Chinese is sent to the Chinese pages and can leave them', async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveURL('/zh-CN')
    await expect(page).toHaveTitle('TCP 连接状态机 · Timewait')
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('TCP 连接状态机')

    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL('/en')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    // The choice outlives the visit: the bare address now leads to English.
    await page.goto('/')
    await expect(page).toHaveURL('/en')
  })
})

test('somebody who mistypes an address is told so in their language, inside the shell', async ({ page }) => {
  const response = await page.goto('/zh-CN/nowhere')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这个地址没有页面')
  await expect(page).toHaveTitle('这个地址没有页面 · Timewait')
  await page.getByRole('link', { name: '回到首页' }).click()
  await expect(page).toHaveURL('/zh-CN')
})

test('somebody without a mouse gets past the header in one step', async ({ page }) => {
  await page.goto('/en')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/en#content')
})

for (const theme of ['light', 'dark']) {
  for (const path of ['/en', '/zh-CN', '/en/nowhere']) {
    test(`somebody who depends on assistive technology finds no barrier at ${path}, ${theme}`, async ({
      page,
      context,
      baseURL,
    }) => {
      await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }])
      await page.goto(path)
      await expectAccessible(page)
    })
  }
}

test('each page carries a policy of its own, and nothing says what serves it', async ({ request }) => {
  const [one, two] = await Promise.all([request.get('/en'), request.get('/en')])
  const policy = one.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toBe(two.headers()['content-security-policy'])
  expect(one.headers()).toMatchObject({ 'x-content-type-options': 'nosniff' })
  expect(one.headers()).not.toHaveProperty('x-powered-by')
})

test('a program asks for the health of the app', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(response.status()).toBe(200)
  expect(await response.json()).toMatchObject({ database: 'ok', migrations: { pending: 0 } })
})
