import { getAuthTables } from 'better-auth/db'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTemporaryStore, type TemporaryStore } from '../store/temporary-store'
import { auth, renewalSeconds, sessionSeconds } from './auth'
import { ensureUserId, findUserId } from './session'

// Before the imports, for lib/env.ts reads the environment once: the tests must not make a secret in the data folder.
let store: TemporaryStore
beforeEach(async () => {
  store = await openTemporaryStore()
})
afterEach(() => store.close())

const cookieOf = (setCookies: readonly string[]) => setCookies.map((setCookie) => setCookie.split(';')[0]).join('; ')
const withCookie = (cookie: string) => new Headers({ cookie })

async function guest() {
  const { userId, setCookies } = await ensureUserId(new Headers({ 'user-agent': 'a browser' }))
  const cookie = cookieOf(setCookies)
  return { userId, setCookies, cookie, token: decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '' }
}

/** What we say and what better-auth says; ours first, for theirs deletes an expired session. */
async function bothOpinions(headers: Headers) {
  const ours = await findUserId(headers)
  const theirs = await (await auth()).api.getSession({ headers })
  return { ours, theirs: theirs?.user.id }
}
const nobody = { ours: undefined, theirs: undefined }

describe('findUserId agrees with better-auth on', () => {
  test('an open session', async () => {
    const { userId, cookie } = await guest()
    expect(await bothOpinions(withCookie(cookie))).toEqual({ ours: userId, theirs: userId })
    expect(await bothOpinions(withCookie(`a=1; ${cookie}; b="2"; c`))).toEqual({ ours: userId, theirs: userId })
  })

  test('no cookie, and other cookies', async () => {
    expect(await bothOpinions(new Headers())).toEqual(nobody)
    expect(await bothOpinions(withCookie('theme=dark; timewait.session'))).toEqual(nobody)
    expect(await bothOpinions(withCookie('timewait.session='))).toEqual(nobody)
  })

  test('a forged cookie', async () => {
    const { cookie, token } = await guest()
    const signature = decodeURIComponent(cookie).slice(-44)
    const other = await guest()
    for (const forged of [
      token,
      `${token}.`,
      `.${signature}`,
      `${token}.${'A'.repeat(43)}=`,
      `${token}.${signature.toLowerCase()}`,
      `${other.token}.${signature}`,
      `${token}.${signature}=`,
      `${token}x.${signature}`,
      '%E0%A4%A',
    ])
      expect(await bothOpinions(withCookie(`timewait.session=${encodeURIComponent(forged)}`))).toEqual(nobody)
    expect(await bothOpinions(withCookie('timewait.session=%E0%A4%A'))).toEqual(nobody)
  })

  test('two cookies of the name: the first counts', async () => {
    const [ada, eve] = [await guest(), await guest()]
    const opinions = await bothOpinions(withCookie(`${ada.cookie}; ${eve.cookie}`))
    expect(opinions).toEqual({ ours: ada.userId, theirs: ada.userId })
    expect(await bothOpinions(withCookie(`timewait.session=forged.x; ${eve.cookie}`))).toEqual(nobody)
  })

  test('an expired session', async () => {
    const { cookie, token } = await guest()
    await store.database.prisma.session.update({ where: { token }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await bothOpinions(withCookie(cookie))).toEqual(nobody)
  })

  test('a revoked session', async () => {
    const { cookie } = await guest()
    const signedOut = await (await auth()).api.signOut({ headers: withCookie(cookie) })
    expect(signedOut.success).toBe(true)
    expect(await bothOpinions(withCookie(cookie))).toEqual(nobody)
  })

  test('a session of a user who is gone', async () => {
    const { userId, cookie } = await guest()
    await store.database.prisma.user.delete({ where: { id: userId } })
    expect(await bothOpinions(withCookie(cookie))).toEqual(nobody)
  })
})

describe('ensureUserId', () => {
  test('signs in a guest with a cookie that scripts and other sites do not get', async () => {
    const { userId, setCookies } = await guest()
    expect(setCookies).toEqual([
      expect.stringMatching(
        new RegExp(`^timewait\\.session=[^;]+; Max-Age=${sessionSeconds}; Path=/; HttpOnly; SameSite=Lax$`),
      ),
    ])
    const user = await store.database.prisma.user.findUniqueOrThrow({ where: { id: userId } })
    expect(user.isAnonymous).toBe(true)
    expect(user.email).toMatch(/@guest\.invalid$/)
  })

  test('keeps whom it knows and sets no cookie', async () => {
    const { userId, cookie } = await guest()
    expect(await ensureUserId(withCookie(cookie))).toEqual({ userId, setCookies: [] })
    expect(await store.database.prisma.user.count()).toBe(1)
  })

  test('renews an ageing session', async () => {
    const { userId, cookie, token } = await guest()
    const ageing = new Date(Date.now() + (sessionSeconds - renewalSeconds) * 1000 - 1000)
    await store.database.prisma.session.update({ where: { token }, data: { expiresAt: ageing } })
    const renewed = await ensureUserId(withCookie(cookie))
    expect(renewed.userId).toBe(userId)
    expect(cookieOf(renewed.setCookies)).toBe(cookie)
    const session = await store.database.prisma.session.findUniqueOrThrow({ where: { token } })
    expect(session.expiresAt.getTime()).toBeGreaterThan(ageing.getTime())
  })

  test('makes a new guest of whoever comes with a worthless cookie, and says nothing else', async () => {
    const { userId, cookie, token } = await guest()
    await store.database.prisma.session.delete({ where: { token } })
    const again = await ensureUserId(withCookie(cookie))
    expect(again.userId).not.toBe(userId)
    expect(again.setCookies.length).toBe(1)
    expect(await findUserId(withCookie(cookieOf(again.setCookies)))).toBe(again.userId)
  })

  test('lets nobody fix a session beforehand: each guest gets a token of their own', async () => {
    const [a, b] = [await guest(), await guest()]
    expect(a.token).not.toBe(b.token)
    expect(a.token.length).toBeGreaterThanOrEqual(32)
  })
})

test('over HTTPS the cookie belongs to this host alone', async () => {
  vi.resetModules()
  vi.stubEnv('BASE_URL', 'https://timewait.example')
  const overHttps = await import('./session')
  const { userId, setCookies } = await overHttps.ensureUserId(new Headers())
  expect(setCookies.join()).toMatch(
    /^__Host-timewait\.session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(await overHttps.findUserId(withCookie(cookieOf(setCookies)))).toBe(userId)
  expect(await findUserId(withCookie(cookieOf(setCookies)))).toBeUndefined()
  vi.unstubAllEnvs()
  vi.resetModules()
})

test('the schema has every column that better-auth writes', async () => {
  const { options } = await auth()
  for (const { modelName, fields } of Object.values(getAuthTables(options))) {
    const columns = store.database.read(`SELECT name FROM pragma_table_info('${modelName}')`).pluck().all()
    expect([modelName, columns]).toEqual([modelName, expect.arrayContaining(['id', ...Object.keys(fields)])])
  }
})

test('sign-in over HTTP is limited', async () => {
  const { handler } = await auth()
  const signIn = () =>
    handler(
      new Request('http://localhost:3000/api/auth/sign-in/anonymous', {
        method: 'POST',
        headers: {
          'x-forwarded-for': '192.0.2.1',
          'content-type': 'application/json',
          origin: 'http://localhost:3000',
        },
        body: '{}',
      }),
    )
  const statuses = []
  for (let i = 0; i < 5; i++) statuses.push((await signIn()).status)
  expect(statuses).toEqual([200, 200, 200, 429, 429])
  expect(await store.database.prisma.rateLimit.count()).toBeGreaterThan(0)
})
