import { readFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { accessTable } from '../app/access-table'
import {
  type Action,
  fillAddress,
  makePeopledCourse,
  openAccountRequest,
  openRequest,
  readActions,
} from './course-roles'

type Way = {
  readonly path: string
  readonly method?: 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

type Said = { readonly status: number; readonly text: string }

/** Sends a request as it is written: no browser and no library tidies the path up. Redirects within the app are followed. */
function send(base: string, cookie: string, way: Way, left = 4): Promise<Said> {
  const { path, method = 'GET', headers = {}, body } = way
  const { hostname: host, port } = new URL(base)
  return new Promise((resolve, reject) => {
    const sent = ask({ host, port, path, method, headers: { cookie, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => {
        const { location } = response.headers
        if (location === undefined || left === 0) return resolve({ status: response.statusCode ?? 0, text })
        const { pathname, search } = new URL(location, base)
        send(base, cookie, { ...way, path: pathname + search }, left - 1).then(resolve, reject)
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const cookieOf = async (request: APIRequestContext) =>
  (await request.storageState()).cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

const nowhere = '00000000-0000-4000-8000-000000000000'
const proxies = ['proxy', 'src/middleware']

/** Other ways to ask for a page or a route of a course: those of the advisories on Next, and their like. */
function waysTo(course: string, own: string, build: string): readonly Way[] {
  const page = `/en/teach/${course}/people`
  const route = `/api/v1/courses/${course}/seats`
  const both = [page, route]
  const rsc = { RSC: '1', 'Next-Router-Prefetch': '1' }
  const paths = [
    ...both.flatMap((path) => ['.rsc', '/', ';x', '%00', '.json', '.txt', '?_rsc=1'].map((tail) => path + tail)),
    ...both.flatMap((path) => [`/${path}`, path.replaceAll('/', '//'), `/_next/data/${build}${path}.json`]),
    ...both.map((path) => path.replace(`/${course}`, `/%2e/${course}`)),
    ...both.map((path) => path.replace(`/${course}`, `/x/%2e%2e/${course}`)),
    ...both.map((path) => path.replace(`/${course}`, `/x/../${course}`)),
    ...both.map((path) => path.replace(`/${course}`, `%2f${course}`)),
    ...both.map((path) => path.replace(course, course.toUpperCase())),
    ...['_tree', '_full', '$d$locale/teach/$d$course/people/__PAGE__'].map(
      (of) => `${page}.segments/${of}.segment.rsc`,
    ),
    `/EN/teach/${course}/people`,
    `/en/Teach/${course}/people`,
    `/zh-CN/teach/${course}/people`,
    `/API/v1/courses/${course}/seats`,
    `/en${route}`,
    // The course of the asker in the path, the other one as the parameter that Next would make of it.
    `/en/teach/${own}/people?nxtPcourse=${course}&nxtPlocale=en`,
    `/api/v1/courses/${own}/seats?nxtPcourse=${course}`,
  ]
  const claims = ['x-matched-path', 'x-invoke-path', 'x-original-url', 'x-rewrite-url', 'x-middleware-rewrite']
  const headers: readonly Readonly<Record<string, string>>[] = [
    { RSC: '1' },
    rsc,
    { ...rsc, 'Next-Router-Segment-Prefetch': '/_tree' },
    { ...rsc, 'Next-Router-Segment-Prefetch': '/teach/$d$course/people/__PAGE__' },
    ...proxies.map((name) => ({ 'x-middleware-subrequest': Array(5).fill(name).join(':') })),
    { 'next-resume': '1' },
    { 'x-nextjs-data': '1' },
    { 'x-middleware-next': '1' },
    { 'x-prerender-revalidate': build },
    { 'x-http-method-override': 'POST' },
  ]
  return [
    ...paths.map((path) => ({ path })),
    ...both.flatMap((path) => headers.map((one) => ({ path, headers: one }))),
    ...both.flatMap((path) => claims.map((name) => ({ path: '/en/learn/listen', headers: { [name]: path } }))),
    ...both.map((path) => ({
      path: path.replace(course, own),
      headers: { 'x-now-route-matches': `1=${course}&nxtPcourse=${course}&nxtPlocale=en` },
    })),
    { path: page, method: 'POST', headers: { 'next-resume': '1' } },
    { path: page, method: 'POST', headers: { 'next-action': 'x' } },
  ]
}

test('no other way of asking opens what is shut', async ({ playwright, baseURL: base }) => {
  const baseURL = base ?? ''
  test.setTimeout(240_000)
  const theirs = await makePeopledCourse(playwright, baseURL)
  const own = await makePeopledCourse(playwright, baseURL)
  // An id that stands in one course alone.
  const secret = theirs.ids.member ?? ''
  const seats = await (await theirs.people.owner.get(`/api/v1/courses/${theirs.courseId}/seats`)).text()
  expect([secret.length > 20, seats.includes('The assistant')]).toEqual([true, true])
  const build = readFileSync('.next/BUILD_ID', 'utf8').trim()
  const cookies = {
    owner: await cookieOf(theirs.people.owner),
    stranger: await cookieOf(own.people.owner),
  }
  const tells = ({ text }: Said) => text.includes('The assistant')
  const none = waysTo(nowhere, nowhere, build)
  const byOwnCourse = waysTo(theirs.courseId, own.courseId, build)
  const toOwners: Way[] = []
  for (const [nth, way] of waysTo(theirs.courseId, nowhere, build).entries()) {
    const name = `${way.method ?? 'GET'} ${way.path} ${JSON.stringify(way.headers ?? {})}`
    if (tells(await send(baseURL, cookies.owner, way))) toOwners.push(way)
    expect(tells(await send(baseURL, '', way)), `${name} tells nobody`).toBe(false)
    const said = await send(baseURL, cookies.stranger, way)
    const unknown = await send(baseURL, cookies.stranger, none[nth] ?? way)
    expect([tells(said), said.status], `${name} for a stranger`).toEqual([false, unknown.status])
    // By way of the asker's own course, which tells of its own people; nothing of these may be the others'.
    const injected = byOwnCourse[nth]
    if (injected === undefined || JSON.stringify(injected) === JSON.stringify(way)) continue
    const { text } = await send(baseURL, cookies.stranger, injected)
    expect(text.includes(secret), `${name} by one's own course`).toBe(false)
  }
  // Many of these are ways indeed, for whom the course is there.
  expect(toOwners.length).toBeGreaterThan(15)
})

const json = { 'content-type': 'application/json' }
const boundary = { 'content-type': 'multipart/form-data; boundary=x' }

test('what a page of another site sends changes nothing', async ({ playwright, baseURL: base }) => {
  const baseURL = base ?? ''
  const request = await openAccountRequest(playwright, baseURL)
  const cookie = await cookieOf(request)
  const ids = Object.fromEntries(['attempt', 'assignment', 'practice'].map((name) => [name, nowhere]))
  const posts = Object.keys(accessTable).flatMap((row) => {
    const [verb, address = ''] = row.split(' ')
    const path = fillAddress(address, { ...ids, code: 'ACDEFG' })
    return verb === 'POST' && address.startsWith('/api/v1/') ? [{ path, isRead: `GET ${address}` in accessTable }] : []
  })
  expect(posts.length).toBeGreaterThan(15)
  for (const { path, isRead } of posts) {
    const statusOf = async (headers: Readonly<Record<string, string>>, body: string) =>
      (await send(baseURL, cookie, { path, method: 'POST', headers, body })).status
    expect(await statusOf({ 'content-type': 'application/x-www-form-urlencoded' }, 'id=1'), path).toBe(415)
    expect(await statusOf({ 'content-type': 'text/plain' }, '{}'), path).toBe(415)
    expect(await statusOf(boundary, '--x\r\ncontent-disposition: form-data; name="id"\r\n\r\n1\r\n--x--'), path).toBe(
      415,
    )
    for (const from of [{ origin: 'null' }, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
      expect(await statusOf({ ...json, ...from }, '{}'), `${path} ${JSON.stringify(from)}`).toBe(403)
    // A body of no type at all, as a page sends it without asking.
    expect(await statusOf({ origin: 'https://evil.example' }, ''), path).toBe(403)
    if (!isRead) expect((await send(baseURL, cookie, { path })).status, `GET ${path}`).toBe(405)
  }

  // Neither by an action.
  const making = findAction('teach/make-course.ts#makeCourse')
  const courses = async () =>
    (await (await request.get('/en/teach')).text()).match(/\/en\/teach\/[0-9a-f-]{36}/g)?.length ?? 0
  const make = (headers: Readonly<Record<string, string>>) => {
    const form = formOf({ name: 'Networks', term: '', ownerName: 'Owner' })
    return fetch(new URL(making.page, baseURL), {
      method: 'POST',
      headers: { cookie, ...headers },
      body: form,
      redirect: 'manual',
    })
  }
  const before = await courses()
  for (const origin of ['null', 'https://evil.example', `${baseURL}.evil.example`])
    expect((await make({ origin, 'Next-Action': making.id })).status, origin).toBeGreaterThanOrEqual(400)
  await fetch(new URL(making.page, baseURL), { headers: { cookie, 'Next-Action': making.id } })
  expect(await courses()).toBe(before)
  await make({ origin: baseURL, 'Next-Action': making.id })
  expect(await courses()).toBeGreaterThan(before)

  // Nor is anybody signed out.
  for (const headers of [
    { ...json, origin: 'https://evil.example' },
    { ...json, origin: 'null' },
    { 'content-type': 'text/plain', origin: 'null' },
    { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
  ])
    for (const path of ['/api/auth/sign-out', '/api/auth/update-user'])
      expect([403, 415]).toContain((await send(baseURL, cookie, { path, method: 'POST', headers, body: '{}' })).status)
  expect(await (await request.get('/api/auth/get-session')).json()).toMatchObject({ user: { isAnonymous: false } })
})

function findAction(name: string): Action {
  const found = readActions().get(`action app/[locale]/${name}`)
  if (found === undefined) throw new Error(`Cannot find action "${name}"`)
  return found
}

/** A form as React sends it to an action whose first argument is the state before. */
function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(`_1_${name}`, value)
  form.set('0', JSON.stringify([{ kind: 'untouched' }, '$K1']))
  return form
}

test('what is too large, too deep or no sense at all is refused, and the others are served', async ({
  playwright,
  baseURL: base,
}) => {
  const baseURL = base ?? ''
  const request = await openAccountRequest(playwright, baseURL)
  const cookie = await cookieOf(request)
  const large = Buffer.alloc(10 * 1024 * 1024, 'x')
  for (const row of ['/api/v1/exams/x/drafts', '/api/v1/assignments/x/files', '/api/v1/reviews/batch', '/api/step'])
    expect((await send(baseURL, cookie, { path: row, method: 'POST', headers: json, body: large })).status, row).toBe(
      413,
    )

  const making = findAction('teach/make-course.ts#makeCourse')
  const act = async (form: FormData, who = cookie, id = making.id) => {
    const headers = { cookie: who, origin: baseURL, 'Next-Action': id }
    const answer = await fetch(new URL(making.page, baseURL), {
      method: 'POST',
      headers,
      body: form,
      redirect: 'manual',
    })
    return { status: answer.status, leads: answer.headers.get('x-action-redirect'), said: await answer.text() }
  }
  const payload = (root: string, more: Readonly<Record<string, string>> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...more, 0: root })) form.set(name, value)
    return form
  }
  const depth = 100_000
  const chain = Object.fromEntries(
    Array.from({ length: 900 }, (_, at) => [at + 1, `["$${(at + 2).toString(16)}","$${(at + 2).toString(16)}"]`]),
  )
  const forms = {
    'ten megabytes': formOf({ name: 'Networks', term: large.toString(), ownerName: 'Owner' }),
    'lists in lists': payload('['.repeat(depth) + ']'.repeat(depth)),
    'objects in objects': payload(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
    'a reference to itself': payload('["$0"]'),
    'references that double': payload('["$1"]', chain),
    'a promise that is none': payload('[{"then":"$1:__proto__:then","status":"resolved_model","value":"{}"}]', {
      1: '"$0"',
    }),
    'a constructor': payload('["$1:constructor:constructor"]', { 1: '{}' }),
    'a number without end': payload(`["$n${'9'.repeat(depth)}"]`),
    'half of a list': payload('[{"kind":'),
  }
  for (const [name, form] of Object.entries(forms)) {
    const { status, leads, said } = await act(form)
    expect([status >= 400, leads], name).toEqual([true, null])
    // What went wrong inside is nobody's to read.
    expect(said, name).not.toMatch(/at \w+ \(|node_modules|Error:|SQLITE/)
    expect((await request.get('/api/health')).status(), name).toBe(200)
  }
  // Without a session, or under an id that no build knew, an action does nothing.
  const course = formOf({ name: 'Networks', term: '', ownerName: 'Owner' })
  expect((await act(course, '')).leads).toBeNull()
  expect((await act(course, cookie, '0'.repeat(42))).status).toBe(409)
  const nobody = await openRequest(playwright, baseURL)
  expect((await nobody.post('/api/v1/exams/x/drafts', { data: {} })).status()).toBe(404)
  expect(await (await request.get('/en/teach')).text()).not.toMatch(/\/en\/teach\/[0-9a-f-]{36}/)
})
