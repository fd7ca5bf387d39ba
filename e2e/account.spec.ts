import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { startProvider } from '../lib/session/provider.testing'
import { expectAccessible, expectNoSideways } from './accessible'
import { test } from './journey'
import { answerByKeyboard, startPractice } from './practising'
import { providerPort } from './provider-port'
import { addPeople, makeCourse, openAccount } from './teaching'

const phone = { width: 360, height: 740 }

test.describe('settings', () => {
  test('somebody on a phone sets the day, the steps and the exam, in Chinese, and finds them again', async ({
    page,
  }) => {
    await page.setViewportSize(phone)
    await page.goto('/zh-CN')
    await page.getByRole('banner').getByRole('link', { name: '设置' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
    await expectAccessible(page)
    await expectNoSideways(page)
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
    await expectNoSideways(page)
  })

  test('somebody turns the number keys off, and they are off', async ({ page }) => {
    await page.goto('/en/settings')
    await page.getByLabel('Single keys act by themselves').uncheck()
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
    await expectNoSideways(page)
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

/** A browser of its own: another device, at an address of its own, so that the rate limits count it alone. */
async function openDevice(browser: Browser, baseURL: string | undefined): Promise<Page> {
  devices += 1
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${devices}` },
  })
  return context.newPage()
}
let devices = 0

const password = 'correct horse battery'
const emailOf = (name: string) => `${name}-${crypto.randomUUID()}@example.org`

async function makeAccount(page: Page, email: string): Promise<void> {
  await page.goto('/en/settings/account')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Make an account', exact: true }).click()
  await expect(page.getByText(`You are signed in as ${email}.`)).toBeVisible()
}

async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.goto('/en/settings/account/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const practices = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: / right/ })

test.describe('an account', () => {
  test('somebody keeps what they did as a guest, and finds it on another device', async ({ browser, baseURL }) => {
    const laptop = await openDevice(browser, baseURL)
    await startPractice(laptop, 'en')
    await answerByKeyboard(laptop, 'en')
    await laptop.goto('/en')
    await expect(laptop.getByRole('banner').getByRole('link', { name: 'Settings Guest' })).toBeVisible()
    await laptop.getByRole('link', { name: 'You practise as a guest' }).click()
    await expect(laptop.getByText('1 practice', { exact: true })).toBeVisible()
    await expect(laptop.getByText('1 answer', { exact: true })).toBeVisible()
    await expectAccessible(laptop)
    await expectNoSideways(laptop)
    const email = emailOf('ada')
    await makeAccount(laptop, email)
    await expectAccessible(laptop)
    await expectNoSideways(laptop)
    await expect(laptop.getByRole('banner').getByRole('link', { name: `Settings ${email}` })).toBeVisible()
    await laptop.goto('/en/practice')
    await expect(practices(laptop)).toHaveCount(1)

    const phone = await openDevice(browser, baseURL)
    await signIn(phone, email)
    await expect(phone.getByText(`You are signed in as ${email}.`)).toBeVisible()
    await phone.goto('/en/practice')
    await expect(practices(phone)).toHaveCount(1)
    await expect(practices(phone).getByRole('link', { name: 'Continue: question 2 of 5' })).toBeVisible()

    await phone.goto('/en/settings/account')
    await phone.getByRole('button', { name: 'Sign out' }).click()
    await expect(phone).toHaveURL(/\/en$/)
    await phone.goto('/en/practice')
    await expect(practices(phone)).toHaveCount(0)
  })

  test('somebody who mistypes the password is told in their language, and keeps the email', async ({
    browser,
    baseURL,
  }) => {
    const page = await openDevice(browser, baseURL)
    await page.setViewportSize(phone)
    await page.goto('/zh-CN/settings/account/sign-in')
    await page.getByLabel('邮箱').fill('nobody@example.org')
    await page.getByLabel('密码').fill('wrong horse')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByText('这个邮箱和密码打不开任何账号。')).toBeVisible()
    await expect(page.getByLabel('邮箱')).toHaveValue('nobody@example.org')
    await expectAccessible(page)
    await expectNoSideways(page)
    for (let tries = 0; tries < 3; tries++) {
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await expect(page.getByRole('button', { name: '登录', exact: true })).toBeEnabled()
    }
    await expect(page.getByText('尝试次数太多。请等一分钟再试。')).toBeVisible()

    await page.goto('/zh-CN/settings/account')
    await page.getByLabel('邮箱').fill('nobody')
    await page.getByLabel('密码').fill('short')
    await page.getByRole('button', { name: '建立账号', exact: true }).click()
    await expect(page.getByLabel('邮箱')).toBeFocused()
    await expect(page.getByLabel('邮箱')).toHaveAccessibleDescription('这不是一个邮箱地址。')
    await expect(page.getByText('至少 8 个、最多 128 个字符。')).toBeVisible()
    await expectAccessible(page)
    await expectNoSideways(page)
  })

  test('somebody signs in where they have worked as a guest, sees what that was, and brings it along', async ({
    browser,
    baseURL,
  }) => {
    const email = emailOf('merge')
    const laptop = await openDevice(browser, baseURL)
    await startPractice(laptop, 'en')
    await makeAccount(laptop, email)

    const phone = await openDevice(browser, baseURL)
    await startPractice(phone, 'en')
    await answerByKeyboard(phone, 'en')
    await signIn(phone, email)
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('The work in this browser')
    await expect(phone.getByText('1 answer', { exact: true })).toBeVisible()
    await expectAccessible(phone)
    await expectNoSideways(phone)

    // First they leave it: it is apart from the account, and there again after signing out.
    await phone.getByRole('link', { name: 'Leave it here' }).click()
    await expect(phone.getByRole('link', { name: 'Continue: question 1 of 5' })).toBeVisible()
    await expect(practices(phone)).toHaveCount(1)
    await phone.goto('/en/settings/account')
    await phone.getByRole('button', { name: 'Sign out' }).click()
    await expect(phone).toHaveURL(/\/en$/)
    await phone.goto('/en/practice')
    await expect(phone.getByRole('link', { name: 'Continue: question 2 of 5' })).toBeVisible()
    await expect(practices(phone)).toHaveCount(1)

    await signIn(phone, email)
    await phone.getByRole('button', { name: 'Bring it along' }).click()
    await expect(phone.getByRole('link', { name: 'Continue: question 2 of 5' })).toBeVisible()
    await expect(practices(phone)).toHaveCount(2)
    await laptop.goto('/en/practice')
    await expect(practices(laptop)).toHaveCount(2)
  })

  test('somebody changes the password, and the old one opens nothing any more', async ({ browser, baseURL }) => {
    const email = emailOf('change')
    const page = await openDevice(browser, baseURL)
    await makeAccount(page, email)
    await page.getByLabel('Current password').fill(password)
    await page.getByLabel('New password').fill('another horse battery')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await expect(page.getByText('Changed. You are signed out everywhere else.')).toBeVisible()
    const other = await openDevice(browser, baseURL)
    await signIn(other, email)
    await expect(other.getByText('This email and this password do not open an account.')).toBeVisible()
    await signIn(other, email, 'another horse battery')
    await expect(other.getByText(`You are signed in as ${email}.`)).toBeVisible()
  })

  test('somebody comes by their university, keeps what they did as a guest, and finds it on another device', async ({
    browser,
    baseURL,
  }) => {
    const person = { sub: 'ada-1', email: emailOf('ada'), email_verified: true }
    const provider = await startProvider(person, providerPort(new URL(baseURL ?? '').port))
    const laptop = await openDevice(browser, baseURL)
    await startPractice(laptop, 'en')
    await laptop.goto('/en/settings/account')
    await laptop.getByRole('button', { name: 'Go on with Example University' }).click()
    await expect(laptop.getByText(`You are signed in as ${person.email}.`)).toBeVisible()
    await expect(laptop.getByText('Example University opens this account.')).toBeVisible()
    await laptop.goto('/en/practice')
    await expect(practices(laptop)).toHaveCount(1)
    // Their email is vouched for, and so they find the place that a course keeps for it.
    const lecturer = await openAccount(browser, baseURL)
    const courseId = await makeCourse(lecturer, 'Routing')
    await addPeople(lecturer, courseId, `name,email,role\nAda Vouched,${person.email},assistant`, 1)
    await laptop.goto('/en/teach')
    await expect(laptop.getByText('Routing · Autumn 2026: you come in as Assistant.')).toBeVisible()
    await expectAccessible(laptop)
    await laptop.getByRole('button', { name: 'Take the place in Routing' }).click()
    await expect(laptop.getByText('You are: Assistant')).toBeVisible()

    const phone = await openDevice(browser, baseURL)
    await phone.goto('/en/settings/account/sign-in')
    await phone.getByRole('button', { name: 'Go on with Example University' }).click()
    await expect(phone.getByText(`You are signed in as ${person.email}.`)).toBeVisible()
    await phone.goto('/en/practice')
    await expect(practices(phone)).toHaveCount(1)
    await provider.close()
  })

  test('somebody makes an account with a passkey alone, and signs in by it', async ({ browser, baseURL }) => {
    // A passkey belongs to a name; browsers take none for a number.
    const page = await openDevice(browser, baseURL?.replace('127.0.0.1', 'localhost'))
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await startPractice(page, 'en')
    await page.goto('/en/settings/account')
    await page.getByRole('button', { name: 'Make an account with a passkey' }).click()
    await expect(page.getByText('You are signed in.')).toBeVisible()
    await expect(page.getByText(/^Timewait, /)).toBeVisible()
    await expectAccessible(page)
    await expectNoSideways(page)
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByText('This is the only way into your account.')).toBeVisible()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/en$/)
    await page.goto('/en/practice')
    await expect(practices(page)).toHaveCount(0)

    await page.goto('/en/settings/account/sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page.getByText('You are signed in.')).toBeVisible()
    await page.goto('/en/practice')
    await expect(practices(page)).toHaveCount(1)
  })
})

test.describe('my data', () => {
  test('somebody takes everything away, as JSON and as CSV', async ({ browser, baseURL }) => {
    const page = await openDevice(browser, baseURL)
    await startPractice(page, 'en')
    await answerByKeyboard(page, 'en')
    await page.goto('/en/settings/data')
    await expectAccessible(page)
    await expectNoSideways(page)
    const [json] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as JSON' }).click(),
    ])
    expect(json.suggestedFilename()).toBe('timewait.json')
    const exported = JSON.parse(await readFile(await json.path(), 'utf8'))
    expect(exported).toMatchObject({ format: 'timewait', version: 1 })
    expect(exported.tables.Practice).toHaveLength(1)
    expect(exported.tables.Answer).toHaveLength(1)
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ])
    const files = unzipSync(await readFile(await csv.path()))
    const answers = Buffer.from(files['Answer.csv'] ?? []).toString('utf8')
    expect(answers).toMatch(/^\uFEFFid,practiceId,position,/)
    expect(answers.trim().split('\r\n')).toHaveLength(2)

    const stranger = await openDevice(browser, baseURL)
    expect((await stranger.request.get('/api/v1/me/export?format=json')).status()).toBe(401)
  })

  test('somebody deletes everything of theirs, after typing the word, in Chinese on a phone', async ({
    browser,
    baseURL,
  }) => {
    const page = await openDevice(browser, baseURL)
    await page.setViewportSize(phone)
    await startPractice(page, 'zh-CN')
    await answerByKeyboard(page, 'zh-CN')
    const email = emailOf('gone')
    await makeAccount(page, email)
    await page.goto('/zh-CN/settings/data')
    await expect(page.getByText('1 个作答')).toBeVisible()
    await expectAccessible(page)
    await expectNoSideways(page)
    await page.getByRole('button', { name: '删除我的一切' }).click()
    await expect(page.getByLabel('要继续')).toBeFocused()
    await expect(page.getByLabel('要继续')).toHaveAccessibleDescription('输入的词不一致，没有删除任何内容。')
    await page.getByLabel('要继续').fill('删除')
    await page.getByRole('button', { name: '删除我的一切' }).click()
    await expect(page).toHaveURL(/\/zh-CN$/)
    await page.goto('/zh-CN/practice')
    await expect(page.getByText('你做过的练习会列在这里。')).toBeVisible()
    await page.goto('/zh-CN/settings/data')
    await expect(page.getByText('这里没有保存任何关于你的内容')).toBeVisible()
    await signIn(page, email)
    await expect(page.getByText('This email and this password do not open an account.')).toBeVisible()
  })
})
