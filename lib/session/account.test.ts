import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { seedBank } from '../store/bank'
import { createPractice } from '../store/create-practice'
import { findPerson } from '../store/person'
import { listPractices } from '../store/practice'
import { openTemporaryStore, type TemporaryStore } from '../store/temporary-store'
import { type Browser, openBrowser } from './browser.testing'
import { startProvider, type TestProvider } from './provider.testing'
import { ensureUserId, findUserId } from './session'

let store: TemporaryStore
const now = new Date('2026-11-23T08:00:00.000Z')
const ada = { email: 'ada@example.org', password: 'correct horse' }

beforeEach(async () => {
  store = await openTemporaryStore()
  await seedBank(
    {
      facts: [{ id: 'f', topic: 'opening', kind: 'row', level: 1 }],
      items: [{ id: 'a', factId: 'f', kind: 'order', topic: 'opening', level: 1, body: {} }],
      fingerprint: 'one',
    },
    now,
  )
})
afterEach(() => store.close())

async function becomeGuest(browser: Browser): Promise<string> {
  const { userId, setCookies } = await ensureUserId(new Headers())
  browser.keep(setCookies)
  return userId
}

async function practise(userId: string): Promise<void> {
  const items = [{ itemId: 'a', seed: 1 }]
  await createPractice({ userId, topics: ['opening'], kinds: ['order'], items, now })
}

const whoIs = (browser: Browser) => findUserId(browser.cookieHeader())
const practicesOf = async (userId: string) => (await listPractices({ userId, limit: 9 })).length

async function makeAccount(browser = openBrowser(), credential = ada) {
  const userId = await becomeGuest(browser)
  await practise(userId)
  const made = await browser.ask('/sign-up/account', credential)
  return { browser, userId, made }
}

describe('a guest who makes an account', () => {
  test('keeps their id and their work, and gets a new session in place of the old one', async () => {
    const browser = openBrowser()
    const userId = await becomeGuest(browser)
    await practise(userId)
    const before = browser.cookieHeader()
    expect((await browser.ask('/sign-up/account', { ...ada, email: 'Ada@Example.ORG' })).status).toBe(200)
    expect(await whoIs(browser)).toBe(userId)
    expect(await findUserId(before)).toBeUndefined()
    expect(await practicesOf(userId)).toBe(1)
    expect(await findPerson(userId)).toEqual({
      userId,
      isGuest: false,
      email: 'ada@example.org',
      hasPassword: true,
      hasProvider: false,
      passkeys: [],
    })
    expect(await store.database.prisma.user.count()).toBe(1)
    expect(await store.database.prisma.session.count()).toBe(1)
  })

  test('signs in on another device and is the same there', async () => {
    const { userId } = await makeAccount()
    const phone = openBrowser()
    expect((await phone.ask('/sign-in/email', ada)).status).toBe(200)
    expect(await whoIs(phone)).toBe(userId)
  })

  test('gets the same answer for an email in use as anybody would, and stays the guest they were', async () => {
    await makeAccount()
    const { made, browser, userId } = await makeAccount(openBrowser(), { ...ada, password: 'another horse' })
    expect(made.status).toBe(400)
    expect(await whoIs(browser)).toBe(userId)
    expect(await findPerson(userId)).toMatchObject({ isGuest: true, email: null, hasPassword: false })
  })

  test('cannot do it twice, nor without a session, nor with a bad email or a short password', async () => {
    const { browser } = await makeAccount()
    expect((await browser.ask('/sign-up/account', { ...ada, email: 'b@example.org' })).status).toBe(400)
    expect((await openBrowser().ask('/sign-up/account', ada)).status).toBe(401)
    const other = openBrowser()
    await becomeGuest(other)
    expect((await other.ask('/sign-up/account', { ...ada, email: 'nobody' })).status).toBe(400)
    expect((await other.ask('/sign-up/account', { email: 'b@example.org', password: 'short' })).status).toBe(400)
  })

  test('is limited in how often they may try', async () => {
    const browser = openBrowser()
    await becomeGuest(browser)
    const statuses = []
    for (let i = 0; i < 5; i++)
      statuses.push((await browser.ask('/sign-up/account', { email: '', password: '' })).status)
    expect(statuses).toEqual([400, 400, 400, 429, 429])
  })
})

describe('signing in', () => {
  test('says the same of a wrong password and of an email that nobody has', async () => {
    await makeAccount()
    const wrong = await openBrowser().ask('/sign-in/email', { ...ada, password: 'wrong horse' })
    const nobody = await openBrowser().ask('/sign-in/email', { ...ada, email: 'nobody@example.org' })
    expect([wrong.status, await wrong.text()]).toEqual([nobody.status, await nobody.text()])
  })

  test('is limited: after three wrong passwords within ten seconds from one place not even the right one is looked at', async () => {
    await makeAccount()
    const browser = openBrowser()
    const statuses = []
    for (const password of ['wrong horse 1', 'wrong horse 2', 'wrong horse 3', 'wrong horse 4', ada.password])
      statuses.push((await browser.ask('/sign-in/email', { ...ada, password })).status)
    expect(statuses).toEqual([401, 401, 401, 429, 429])
    expect((await openBrowser().ask('/sign-in/email', ada)).status).toBe(200)
  })

  test("as a guest keeps the guest's session aside, and signing out gives it back", async () => {
    const { userId } = await makeAccount()
    const browser = openBrowser()
    const guestId = await becomeGuest(browser)
    await practise(guestId)
    await browser.ask('/sign-in/email', ada)
    expect(await whoIs(browser)).toBe(userId)
    expect([...browser.cookies.keys()]).toContain('timewait.guest')
    expect(await practicesOf(guestId)).toBe(1)
    await browser.ask('/sign-out', {})
    expect(await whoIs(browser)).toBe(guestId)
    expect([...browser.cookies.keys()]).not.toContain('timewait.guest')
  })

  test('as nobody keeps nobody aside, and signing out leaves nobody', async () => {
    await makeAccount()
    const browser = openBrowser()
    await browser.ask('/sign-in/email', ada)
    expect([...browser.cookies.keys()]).not.toContain('timewait.guest')
    const session = browser.cookieHeader()
    await browser.ask('/sign-out', {})
    expect(await whoIs(browser)).toBeUndefined()
    expect(await findUserId(session)).toBeUndefined()
  })

  test('gives a new token each time', async () => {
    await makeAccount()
    const browser = openBrowser()
    await browser.ask('/sign-in/email', ada)
    const first = browser.cookies.get('timewait.session')
    await browser.ask('/sign-in/email', ada)
    expect(browser.cookies.get('timewait.session')).not.toBe(first)
  })

  test('the library has no other way to sign up', async () => {
    const response = await openBrowser().ask('/sign-up/email', { ...ada, name: 'Ada' })
    expect(response.status).toBe(400)
    expect(await store.database.prisma.user.count()).toBe(0)
  })
})

test('a change of password ends the other sessions', async () => {
  const { browser, userId } = await makeAccount()
  const phone = openBrowser()
  await phone.ask('/sign-in/email', ada)
  const change = { currentPassword: ada.password, newPassword: 'battery staple', revokeOtherSessions: true }
  expect((await browser.ask('/change-password', { ...change, currentPassword: 'wrong horse' })).status).toBe(400)
  expect((await browser.ask('/change-password', change)).status).toBe(200)
  expect(await whoIs(browser)).toBe(userId)
  expect(await whoIs(phone)).toBeUndefined()
  expect((await openBrowser().ask('/sign-in/email', ada)).status).toBe(401)
  expect((await openBrowser().ask('/sign-in/email', { ...ada, password: 'battery staple' })).status).toBe(200)
})

describe('a passkey', () => {
  const options = (browser: Browser) => browser.ask('/passkey/generate-register-options')
  const age = (userId: string) =>
    store.database.prisma.session.updateMany({
      where: { userId },
      data: { createdAt: new Date(Date.now() - 25 * 3_600_000) },
    })

  test('is offered to a guest of any age, and to an account that has just signed in', async () => {
    expect((await options(openBrowser())).status).toBe(401)
    const guest = openBrowser()
    await age(await becomeGuest(guest))
    expect((await options(guest)).status).toBe(200)
    const { browser, userId } = await makeAccount()
    expect((await options(browser)).status).toBe(200)
    await age(userId)
    expect((await options(browser)).status).toBe(403)
  })

  test('that is the last way into an account stays', async () => {
    const browser = openBrowser()
    const userId = await becomeGuest(browser)
    const passkey = { publicKey: 'k', counter: 0, deviceType: 'singleDevice', backedUp: false, userId }
    await store.database.prisma.passkey.create({ data: { ...passkey, id: 'p', credentialID: 'c' } })
    await store.database.prisma.user.update({ where: { id: userId }, data: { isAnonymous: false } })
    expect((await browser.ask('/passkey/delete-passkey', { id: 'p' })).status).toBe(400)
    await browser.ask('/sign-up/account', ada)
    expect((await browser.ask('/passkey/delete-passkey', { id: 'p' })).status).toBe(200)
    expect(await findPerson(userId)).toMatchObject({ hasPassword: true, email: ada.email, passkeys: [] })
  })
})

describe('a provider', () => {
  let provider: TestProvider
  let open: () => Browser

  beforeEach(async () => {
    provider = await startProvider({ sub: 'ada-1', email: 'ada@school.example', email_verified: true })
    vi.resetModules()
    vi.stubEnv('OIDC_ISSUER', provider.issuer)
    vi.stubEnv('OIDC_CLIENT_ID', 'timewait')
    vi.stubEnv('OIDC_CLIENT_SECRET', 'secret')
    const { auth } = await import('./auth')
    open = () => openBrowser(async (request) => (await auth()).handler(request))
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    // The files that are tested next share the modules, and are not to find this provider in them.
    vi.resetModules()
    await provider.close()
  })

  /** Goes to the provider and comes back; gives where the browser is sent in the end. */
  async function signIn(browser: Browser, path = '/sign-in/social'): Promise<string> {
    const started = await browser.ask(path, {
      provider: 'oidc',
      callbackURL: '/en/in',
      errorCallbackURL: '/en/failed',
      disableRedirect: true,
    })
    const { url } = await started.json()
    const there = await fetch(url, { redirect: 'manual' })
    const back = new URL(there.headers.get('location') ?? '')
    const landed = await browser.ask(back.pathname.replace('/api/auth', '') + back.search)
    return landed.headers.get('location') ?? ''
  }

  test('makes a guest an account in place, and is the same account on another device', async () => {
    const browser = open()
    const userId = await becomeGuest(browser)
    await practise(userId)
    const before = browser.cookieHeader()
    expect(await signIn(browser)).toBe('/en/in')
    expect(await whoIs(browser)).toBe(userId)
    expect(await findUserId(before)).toBeUndefined()
    expect(await practicesOf(userId)).toBe(1)
    expect(await findPerson(userId)).toMatchObject({
      isGuest: false,
      email: 'ada@school.example',
      hasProvider: true,
      hasPassword: false,
    })
    expect(await store.database.prisma.user.count()).toBe(1)

    const phone = open()
    await signIn(phone)
    expect(await whoIs(phone)).toBe(userId)
  })

  test('keeps the work of a guest aside who signs in to an account that exists', async () => {
    const first = open()
    await signIn(first)
    const accountId = await whoIs(first)
    const browser = open()
    const guestId = await becomeGuest(browser)
    await practise(guestId)
    await signIn(browser)
    expect(await whoIs(browser)).toBe(accountId)
    expect(await practicesOf(guestId)).toBe(1)
    expect([...browser.cookies.keys()]).toContain('timewait.guest')
  })

  test('opens no account of the same email that has shown no other proof; its owner can connect it', async () => {
    provider.person = { ...provider.person, email: ada.email }
    const { browser, userId } = await makeAccount(open())
    expect(await signIn(open())).toBe('/en/failed?error=account_not_linked')
    expect(await signIn(browser, '/link-social')).toBe('/en/in')
    const phone = open()
    await signIn(phone)
    expect(await whoIs(phone)).toBe(userId)
  })
})

test('without a provider in the environment there is none', async () => {
  const response = await openBrowser().ask('/sign-in/social', { provider: 'oidc', callbackURL: '/en' })
  expect(response.status).toBe(404)
})
