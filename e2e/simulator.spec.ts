import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { hydrated } from './hydrated'
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
  await hydrated(page)
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

test('somebody sends as many octets as they like, and is told what is impossible where they wished it', async ({
  page,
}) => {
  await page.goto('/en/learn/simulator?s=1er')
  await hydrated(page)
  const a = peer(page, 'A')
  await a.getByLabel('Octets of a SEND at A').fill('70000')
  await a.getByRole('button', { name: 'SEND' }).click()
  await expect(a.getByText('That is impossible: a SEND carries 1 to 65,535 octets.')).toBeVisible()
  await a.getByLabel('Octets of a SEND at A').fill('1460')
  await a.getByLabel('Octets of a SEND at A').press('Enter')
  await expect(page.getByRole('group', { name: 'The network' })).toContainText('<SEQ=100><ACK=300><DATA=1460><CTL=ACK>')
  await expect(endpoint(page, 'A')).toContainText('SND.NXT1560')
  await expect(page).toHaveURL('/en/learn/simulator?s=1er.As1460')

  // A timer that does not run is there all the same, and says why it does not.
  await peer(page, 'B').getByRole('button', { name: '2 MSL are over' }).press('Enter')
  await expect(peer(page, 'B').getByText('2 MSL are waited in TIME-WAIT alone.')).toBeVisible()
  await expectAccessible(page)
})

test('somebody goes to any step by the slider, and hands the moment on as a link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/en/learn/simulator?ready=figure-12')
  await hydrated(page)
  await expect(page.getByRole('region', { name: 'Figure 12: normal close' })).toContainText('waits for 2 MSL')
  const slider = page.getByRole('slider', { name: 'To any step' })
  await slider.press('End')
  await expect(page.getByText('Wish 7 of 7')).toBeVisible()
  await expect(endpoint(page, 'A').getByText('CLOSED')).toBeVisible()
  await slider.press('Home')
  await slider.press('ArrowRight')
  await slider.press('ArrowRight')
  await expect(endpoint(page, 'B').getByText('CLOSE-WAIT', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Link to this' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await context.newPage()
  await other.goto(link)
  await expect(endpoint(other, 'B').getByText('CLOSE-WAIT', { exact: true })).toBeVisible()
  await expect(other.getByText('Wish 2 of 2')).toBeVisible()
})

test('somebody has a scenario played to its end', async ({ page }) => {
  await page.goto('/en/learn/simulator?ready=refused')
  await hydrated(page)
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(page.getByText('Wish 3 of 3')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Play' })).toBeDisabled()
})

test('somebody takes a scenario away: as a picture, as text, as a script', async ({ page, context }) => {
  await page.goto('/en/learn/simulator?s=1cr.Bp.Aa.d1.d2.l3')
  await hydrated(page)
  await page.getByText('Take it away').click()
  await expect(page.getByRole('region', { name: 'As a figure of the RFC, in text' })).toContainText(
    'SYN-SENT     --> <SEQ=100><CTL=SYN>',
  )
  const script = page.getByRole('region', { name: 'As a script' })
  await expect(script).toContainText('+0 < S. 0:0(0) ack 1 win 65535')
  await script.getByRole('button', { name: 'Test B' }).click()
  await expect(script).toContainText('+0 < S 0:0(0) win 65535')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the picture (SVG)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('timewait.svg')
  const text = await readFile(await download.path(), 'utf8')

  // A browser reads it as a picture of its own.
  const file = await context.newPage()
  await file.route('**/timewait.svg', (route) => route.fulfill({ contentType: 'image/svg+xml', body: text }))
  await file.goto('/timewait.svg')
  expect(await file.evaluate(() => document.documentElement.namespaceURI)).toBe('http://www.w3.org/2000/svg')
  await expect(file.locator('parsererror')).toHaveCount(0)
  await expect(file.getByText('3 <SEQ=101><ACK=301><CTL=ACK> lost')).toBeVisible()
  await expectAccessible(page)
})
