import { readFileSync } from 'node:fs'
import { type APIRequestContext, type APIResponse, expect, type PlaywrightWorkerArgs } from '@playwright/test'
import { z } from 'zod'

const manifestSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
})

export type Action = { readonly id: string; readonly page: string }

/** The server actions of the build, by file and name: their ids, and a page each that knows them. */
export function readActions(): ReadonlyMap<string, Action> {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')))
  return new Map(
    Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => {
      const [page = ''] = Object.keys(workers)
      const address = page.replace(/^app\/\[locale\]/, '/en').replace(/\/page$/, '')
      return [`action ${filename}#${exportedName}`, { id, page: address }]
    }),
  )
}

/** Puts values into the [names] of an address. */
export const fillAddress = (address: string, ids: Readonly<Record<string, string>>) =>
  address.replace(/\[(\w+)\]/g, (whole, name: string) => ids[name] ?? whole)

export type Calling = {
  readonly bound: readonly unknown[]
  readonly form: Readonly<Record<string, string>>
  readonly ids: Readonly<Record<string, string>>
}

/** Calls a server action as a browser does, over HTTP, as React writes its arguments: the last one is the form. */
export async function callAction(
  request: APIRequestContext,
  { id, page }: Action,
  { bound, form, ids }: Calling,
): Promise<APIResponse> {
  // A form goes ahead of the list that names it.
  const fields = Object.entries(form).map(([name, value]) => [`1_${name}`, value] as const)
  const multipart = Object.fromEntries([...fields, ['0', JSON.stringify([...bound, { kind: 'untouched' }, '$K1'])]])
  return request.post(fillAddress(page, ids), { headers: { 'Next-Action': id }, multipart, maxRedirects: 0 })
}

/** What an action gave back: its value as it stands in the answer, or where it leads. */
export async function outcomeOf(response: APIResponse): Promise<string> {
  const leads = response.headers()['x-action-redirect']
  if (leads !== undefined) return `leads to ${leads.split(';')[0]}`
  const lines = (await response.text()).split('\n')
  const root = /"a":"\$@?(\w+)"/.exec(lines.find((line) => line.startsWith('0:')) ?? '')?.[1]
  const value = lines.find((line) => line.startsWith(`${root}:`))
  expect(value, `an answer of ${response.status()}`).toBeDefined()
  return value?.slice(value.indexOf(':') + 1) ?? ''
}

type Playwright = PlaywrightWorkerArgs['playwright']
let people = 0

/** Somebody who asks over HTTP without a browser, from an address of their own. */
export async function openRequest(playwright: Playwright, baseURL: string | undefined): Promise<APIRequestContext> {
  people += 1
  const headers = { origin: baseURL ?? '', 'x-forwarded-for': `192.0.2.${people % 250}` }
  return playwright.request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: headers })
}

/** The same with an account. */
export async function openAccountRequest(
  playwright: Playwright,
  baseURL: string | undefined,
): Promise<APIRequestContext> {
  const request = await openRequest(playwright, baseURL)
  expect((await request.post('/api/auth/sign-in/anonymous', { data: {} })).ok()).toBe(true)
  const credential = { email: `${crypto.randomUUID()}@example.org`, password: 'correct horse battery' }
  expect((await request.post('/api/auth/sign-up/account', { data: credential })).ok()).toBe(true)
  return request
}

const roles = ['teacher', 'assistant', 'student', 'observer'] as const

export type Peopled = {
  readonly courseId: string
  readonly ids: Readonly<Record<string, string>>
  readonly people: Readonly<Record<'owner' | (typeof roles)[number], APIRequestContext>>
}

/** A course with somebody of each role in it, made as people make it, and the ids of whom its addresses name. */
export async function makePeopledCourse(playwright: Playwright, baseURL: string | undefined): Promise<Peopled> {
  const actions = readActions()
  const selectAction = (name: string): Action => {
    const found = actions.get(`action app/[locale]/${name}`)
    if (found === undefined) throw new Error(`Cannot find action "${name}"`)
    return found
  }
  const owner = await openAccountRequest(playwright, baseURL)
  const form = { name: 'Networks', term: '', ownerName: 'Owner' }
  const made = await callAction(owner, selectAction('teach/make-course.ts#makeCourse'), { bound: [], form, ids: {} })
  const courseId = /[0-9a-f-]{36}/.exec(await outcomeOf(made))?.[0] ?? ''
  const text = ['name,number,role', ...roles.map((role) => `The ${role},${role},${role}`)].join('\n')
  const ids = { course: courseId }
  const adding = { bound: [courseId], form: { step: 'add', text }, ids }
  const roster = selectAction('teach/[course]/people/roster/change-roster.ts#changeRoster')
  expect(await outcomeOf(await callAction(owner, roster, adding))).toContain('added')
  const csv = await (await owner.get(`/api/v1/courses/${courseId}/seats`)).text()
  const entries = roles.map(async (role) => {
    const person = await openAccountRequest(playwright, baseURL)
    const token = new RegExp(`^The ${role},.*/join/([\\w-]+)`, 'm').exec(csv)?.[1] ?? ''
    const joining = { bound: [token], form: {}, ids: { key: token } }
    const joined = await callAction(person, selectAction('join/[key]/join-course.ts#joinCourse'), joining)
    expect(await outcomeOf(joined)).toContain(courseId)
    return [role, person] as const
  })
  const others = Object.fromEntries(await Promise.all(entries)) as Record<(typeof roles)[number], APIRequestContext>
  const session = z.object({ user: z.object({ id: z.string() }) })
  const { user } = session.parse(await (await others.student.get('/api/auth/get-session')).json())
  return { courseId, ids: { ...ids, member: user.id }, people: { owner, ...others } }
}
