import { expect, type Page } from '@playwright/test'
import { slugOf, states } from '../lib/tcp/states'
import { expectAccessible } from './accessible'
import { test } from './journey'

const phone = { width: 360, height: 740 }

function diagram(page: Page) {
  return page.getByRole('group', { name: 'The TCP connection state diagram' })
}

function panel(page: Page) {
  return page.getByRole('region', { name: 'The arrow', exact: true })
}

test('somebody goes from the diagram to a state, and on to the next', async ({ page }) => {
  await page.goto('/en')
  await page.getByRole('link', { name: 'Learn' }).click()
  await diagram(page).getByRole('link', { name: 'FIN-WAIT-1', exact: true }).click()
  await expect(page).toHaveURL('/en/learn/fin-wait-1')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FIN-WAIT-1')
  await expect(page).toHaveTitle('FIN-WAIT-1 · Timewait')
  await expect(page.getByRole('region', { name: 'Ways out' })).toContainText('To TIME-WAIT')
  await expect(page.getByRole('region', { name: 'Its names elsewhere' })).toContainText('TCP_FIN_WAIT1')

  await page.getByRole('navigation', { name: 'The states in order' }).getByRole('link', { name: 'Next' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FIN-WAIT-2')
})

test('somebody asks why an arrow is there, then reads the next', async ({ page }) => {
  await page.goto('/en/learn')
  const arrow = diagram(page).getByRole('link', { name: 'Arrow 11, SYN-SENT to ESTABLISHED: rcv SYN,ACK / ACK' })
  // Its label is drawn within it, and answers to a press as its line does.
  await arrow.getByText('rcv SYN,ACK').click()
  await expect(page).toHaveURL('/en/learn?arrow=syn-sent-to-established')
  await expect(arrow).toHaveAttribute('aria-current', 'true')
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('11SYN-SENT→ESTABLISHED')
  await expect(panel(page)).toContainText('<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>')
  await expect(panel(page)).toContainText('3.10.7.3 fourth')

  await panel(page).getByRole('link', { name: 'Arrow 12' }).click()
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('12ESTABLISHED→FIN-WAIT-1')
  await panel(page).getByRole('link', { name: 'The user calls CLOSE' }).first().click()
  await expect(page).toHaveURL('/en/learn/established#established.close.nothing-queued-to-send')
})

test('somebody without a mouse walks the diagram, and keeps their place in it', async ({ page }) => {
  await page.goto('/en/learn')
  await diagram(page).getByRole('link', { name: 'CLOSED', exact: true }).focus()
  await page.keyboard.press('Tab')
  const arrow = diagram(page).getByRole('link', { name: 'Arrow 1, CLOSED to LISTEN: passive OPEN' })
  await expect(arrow).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('1CLOSED→LISTEN')
  await expect(arrow).toBeFocused()
  for (const name of [/^Arrow 2,/, 'LISTEN', /^Arrow 3,/]) {
    await page.keyboard.press('Tab')
    await expect(diagram(page).getByRole('link', { name, exact: true })).toBeFocused()
  }
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('LISTEN')
})

test('somebody whose browser runs no scripts brings out the passive close', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/en/learn?arrow=last-ack-to-closed')
  await page.getByRole('navigation', { name: 'Show' }).getByRole('link', { name: 'Passive close' }).click()
  await expect(page).toHaveURL('/en/learn?show=passive&arrow=last-ack-to-closed')
  await expect(page.getByRole('link', { name: 'Passive close' })).toHaveAttribute('aria-current', 'true')
  await expect(page.getByText('It never waits 2 MSL.')).toBeVisible()
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('20LAST-ACK→CLOSED')
  await context.close()
})

test('somebody on a phone reads numbers in the diagram and words below it', async ({ page }) => {
  await page.setViewportSize(phone)
  await page.goto('/en/learn')
  await expect(diagram(page).getByText('rcv SYN', { exact: true })).toBeHidden()
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overhang).toBe(0)

  await page.getByRole('region', { name: 'The arrows' }).getByRole('link', { name: '18 TIME-WAIT → CLOSED' }).click()
  await expect(page).toHaveURL('/en/learn?arrow=time-wait-to-closed#arrow')
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeInViewport()
  await diagram(page)
    .getByRole('link', { name: /^Arrow 16,/ })
    .getByText('16')
    .click()
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('16FIN-WAIT-2→TIME-WAIT')

  // Between the picture and what is said of an arrow there is a way back and forth, by keyboard too.
  await panel(page).getByRole('link', { name: 'Back to the diagram' }).press('Enter')
  await expect(diagram(page).getByText('16')).toBeInViewport()
  await page.keyboard.press('Tab')
  await expect(diagram(page).getByRole('link', { name: 'CLOSED', exact: true })).toBeFocused()
  await page.getByRole('link', { name: 'What arrow 16 says' }).press('Enter')
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeInViewport()
})

test('somebody reads Chinese, on the arrows too, and the names of the protocol stay as they are', async ({ page }) => {
  await page.goto('/zh-CN/learn')
  const picture = page.getByRole('group', { name: 'TCP 连接状态图' })
  await picture.getByRole('link', { name: '箭头 18，从 TIME-WAIT 到 CLOSED：2MSL 超时' }).getByText('2MSL 超时').click()
  await expect(page.getByRole('region', { name: '箭头说明' })).toContainText('2 MSL 过后')
  await picture.getByRole('link', { name: 'TIME-WAIT', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('TIME-WAIT')
  await expect(page.getByRole('region', { name: '怎样离开' })).toContainText('去往 CLOSED')
})

test('somebody sends a friend to one rule, in the table and on the page of its state', async ({ page }) => {
  await page.goto('/en/learn#syn-sent.rcv-syn-ack.acknowledges-our-syn')
  const row = page.getByRole('row', { name: 'rcv SYN,ACK if the segment acknowledges our SYN' })
  await expect(row).toBeInViewport()
  await expect(row.getByRole('link', { name: 'ESTABLISHED' })).toBeVisible()

  await page.goto('/en/learn/time-wait#time-wait.rcv-fin.the-fin-again')
  await expect(page.getByText('if the segment repeats the FIN already received')).toBeInViewport()
})

test('somebody asks for a state that TCP does not have', async ({ page }) => {
  const response = await page.goto('/en/learn/fin-wait-3')
  expect(response?.status()).toBe(404)
  await page.goto('/en/learn?arrow=closed-to-time-wait&show=nonsense')
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('How to read it')
})

async function expectNoBarrier(page: Page, path: string) {
  await page.goto(path)
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
  await expectAccessible(page)
}

const learnPages = [
  '/learn',
  '/learn?arrow=syn-received-to-listen&show=server',
  ...states.map((state) => `/learn/${slugOf(state)}`),
]

// Every page once: in one language, theme and width and the next in the other, for the states differ by their words alone.
for (const [nth, path] of learnPages.entries()) {
  const isPhone = nth % 2 === 1
  const variant = isPhone ? 'in Chinese, dark, on a phone' : 'in English, light, at a desk'
  test(`somebody who depends on assistive technology finds no barrier at ${path}, ${variant}`, async ({ page }) => {
    if (isPhone) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize(phone)
    }
    await expectNoBarrier(page, `/${isPhone ? 'zh-CN' : 'en'}${path}`)
  })
}
