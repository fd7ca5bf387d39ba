import { expect } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { test } from './journey'
import { answerByKeyboard, startPractice } from './practising'

test('somebody takes the wait of 2 MSL away, and sees what breaks beside what does not', async ({ page }) => {
  await page.goto('/en/learn')
  await page.getByRole('region', { name: 'See it run' }).getByRole('link', { name: 'Experiments' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Experiments')
  const experiment = page.getByRole('region', { name: 'No 2 MSL, and the last ACK is lost' })
  await expect(experiment.getByRole('img')).toHaveCount(2)
  await expect(experiment).toContainText('Without the rule: it breaks after 10 moves')
  await expect(experiment).toContainText('They part at move 8, which is shaded: the rule does not let it happen.')
  await expect(experiment).toContainText('all 29 configurations were visited')
  const [broken, kept] = [experiment.getByRole('figure').first(), experiment.getByRole('figure').last()]
  for (const run of [broken, kept]) await run.getByText('The same in words').click()
  await expect(broken.getByRole('list')).toContainText('<CTL=RST>')
  await expect(kept.getByRole('list')).not.toContainText('<CTL=RST>')
  await expect(experiment).toContainText('If the active closer did not wait, a FIN that the peer sends again')
  await expectAccessible(page)
})

test('somebody misjudges a statement of 2 MSL, and is led to the run that decides it', async ({ page }) => {
  await startPractice(page, 'en', { length: 10, kinds: ['statements'], topics: ['TIME-WAIT and 2MSL'] })
  const way = page.getByRole('link', { name: 'See the run that decides it' }).first()
  for (let asked = 0; asked < 10; asked++) {
    await answerByKeyboard(page, 'en')
    if (await way.isVisible()) break
    await page.keyboard.press('Enter')
    await expect(page.getByText(`Question ${asked + 2} of 10`)).toBeVisible()
  }
  await expectAccessible(page)
  const [opened] = await Promise.all([page.waitForEvent('popup'), way.click()])
  const slug = new URL(opened.url()).hash.slice(1)
  expect(['lost-last-ACK', 'old-duplicate', 'reset-in-TIME-WAIT']).toContain(slug)
  await expect(opened.locator(`[id="${slug}"]`)).toBeInViewport()
})

test('somebody reads the experiments in Chinese, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto('/zh-CN/learn/experiments')
  await page.getByRole('navigation', { name: '去掉的是什么' }).getByRole('link', { name: '再次使用同样的 ISN' }).click()
  await expect(page).toHaveURL('/zh-CN/learn/experiments#fresh-ISN')
  await expect(page.getByRole('region', { name: '再次使用同样的 ISN' })).toContainText('旧数据符合新的序号')
  await expectNoSideways(page)
  await expectAccessible(page)
})
