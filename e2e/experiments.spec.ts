import { expect } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { test } from './journey'

test('somebody takes the wait of 2 MSL away, and sees what breaks beside what does not', async ({ page }) => {
  await page.goto('/en/learn')
  await page.getByRole('region', { name: 'See it run' }).getByRole('link', { name: 'Experiments' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Experiments')
  const experiment = page.getByRole('region', { name: 'No 2 MSL, and the last ACK is lost' })
  await expect(experiment.getByRole('img')).toHaveCount(2)
  await expect(experiment).toContainText('Without the rule: it breaks after 10 moves')
  await expect(experiment).toContainText('They part at move 8: the rule does not let it happen.')
  await expect(experiment).toContainText('all 29 configurations were visited')
  const [broken, kept] = [experiment.getByRole('figure').first(), experiment.getByRole('figure').last()]
  for (const run of [broken, kept]) await run.getByText('The same in words').click()
  await expect(broken.getByRole('list')).toContainText('<CTL=RST>')
  await expect(kept.getByRole('list')).not.toContainText('<CTL=RST>')
  await expect(experiment).toContainText('If the active closer did not wait, a FIN that the peer sends again')
  await expectAccessible(page)
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
