import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort, startServer } from './own-server'
import { answerByKeyboard, words } from './practising'

test('somebody whose server is killed in the middle sends the answer again and goes on', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'timewait-restart-'))
  const port = await freePort()
  const first = await startServer(port, folder)
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` })
  const page = await context.newPage()

  await page.goto('/en/practice')
  await page.locator('input[name=length][value="5"]').check()
  await page.getByRole('button', { name: words.en.start }).click()
  await expect(page).toHaveURL(/\/practice\/[0-9a-f-]{36}$/)
  await answerByKeyboard(page, 'en')
  first.kill('SIGKILL')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Question 2 of 5')).toBeVisible()
  const stem = await page.getByRole('heading', { level: 1 }).textContent()

  const second = await startServer(port, folder)
  await page.reload()
  await expect(page.getByText('Question 2 of 5')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(stem ?? '')
  await answerByKeyboard(page, 'en')

  second.kill('SIGTERM')
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})
