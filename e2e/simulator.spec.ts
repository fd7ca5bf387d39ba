import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { test } from './journey'

function endpoint(page: Page, side: 'A' | 'B') {
  return page.getByRole('region', { name: `Variables of ${side}`, exact: true })
}

function peer(page: Page, side: 'A' | 'B') {
  return page.getByRole('group', { name: `Peer ${side}`, exact: true })
}

test('somebody opens a connection between two peers, loses a segment, goes back and takes another way', async ({
  page,
}) => {
  await page.goto('/en/learn')
  await page.getByRole('region', { name: 'See it run' }).getByRole('link', { name: 'Simulator' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two peers')
  await peer(page, 'B').getByRole('button', { name: 'passive OPEN' }).click()
  await peer(page, 'A').getByRole('button', { name: 'active OPEN' }).click()
  await expect(endpoint(page, 'A')).toContainText('SYN-SENT')
  await expect(endpoint(page, 'A')).toContainText('SND.NXT101')
  await page.getByRole('button', { name: 'Lose segment 1' }).click()
  await expect(page.getByText('Nothing is in flight.')).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.getByRole('button', { name: 'Deliver segment 1' }).click()
  await expect(endpoint(page, 'B')).toContainText('SYN-RECEIVED')
  const what = page.getByRole('region', { name: 'What happened' })
  await expect(what).toContainText('At B, in LISTEN')
  await expect(what).toContainText('3.10.7.2 third')
  await expect(page.getByRole('img', { name: 'A and B: what travels between them, time running down' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Log' })).toContainText(
    'B sends segment 2: <SEQ=300><ACK=101><CTL=SYN,ACK>.',
  )

  // Both ways are still there.
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.getByRole('button', { name: 'Branch 1' }).click()
  await expect(page).toHaveURL('/en/learn/simulator?s=1cr.Bp.Aa.l1')
  await page.reload()
  await expect(page.getByRole('region', { name: 'Log' })).toContainText('Segment 1 is lost on its way to B.')
})

test('somebody without a mouse plays Figure 6 by its keys', async ({ page }) => {
  await page.goto('/en/learn/simulator?ready=figure-6')
  await expect(page.getByText('Nothing has happened yet.')).toBeVisible()
  for (const state of ['LISTEN', 'LISTEN', 'SYN-RECEIVED', 'SYN-RECEIVED', 'ESTABLISHED']) {
    await page.keyboard.press('r')
    await expect(endpoint(page, 'B').getByText(state, { exact: true })).toBeVisible()
  }
  await page.keyboard.press('u')
  await expect(endpoint(page, 'B').getByText('SYN-RECEIVED', { exact: true })).toBeVisible()
  await page.keyboard.press('n')
  await expect(endpoint(page, 'B').getByText('ESTABLISHED', { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('somebody is told why a held segment is not delivered, and what a call gets at the wrong time', async ({
  page,
}) => {
  await page.goto('/en/learn/simulator?s=1cr.Aa')
  await page.getByRole('button', { name: 'Hold back segment 1' }).click()
  await page.getByRole('button', { name: 'Deliver segment 1' }).click()
  await expect(page.getByText('That is impossible: this segment is held back. Let it go first.')).toBeVisible()
  await peer(page, 'B').getByRole('button', { name: 'CLOSE' }).click()
  await expect(page.getByRole('region', { name: 'What happened' })).toContainText('error: connection does not exist')
})

test('somebody with a broken link is told so, and can begin', async ({ page }) => {
  await page.goto('/en/learn/simulator?s=nonsense')
  await expect(page.getByText('This link holds no scenario.')).toBeVisible()
  await page.goto('/en/learn/simulator?s=1cr.Aa.d5')
  await expect(page.getByText('no segment of this number has left.')).toBeVisible()
  await expect(endpoint(page, 'A')).toContainText('SYN-SENT')
})

test('somebody on a phone, who wants less motion and the dark, reads a flood in Chinese', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 320, height: 740 })
  await page.goto('/zh-CN/learn/simulator?ready=syn-flood')
  await expect(page.getByText('你的系统要求减少动态效果')).toBeVisible()
  await expect(page.getByRole('button', { name: '播放' })).toHaveCount(0)
  for (let wish = 0; wish < 8; wish++) await page.getByRole('button', { name: '前进' }).click()
  await expect(page.getByText('第 8 步')).toBeVisible()
  await expectNoSideways(page)
  await expectAccessible(page)
})
