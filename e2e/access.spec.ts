import { type APIRequestContext, expect, test } from '@playwright/test'
import { type Access, accessTable } from '../app/access-table'
import { isOpenInArchive, mayRole, type Role, roles } from '../lib/teach/roles'
import {
  callAction,
  fillAddress,
  makePeopledCourse,
  openAccountRequest,
  openRequest,
  outcomeOf,
  type Peopled,
  readActions,
} from './course-roles'

type Act = Exclude<Access, string>

const named = Object.entries(accessTable).flatMap(([row, access]): (readonly [string, Act])[] =>
  typeof access === 'string' ? [] : [[row, access]],
)

/** What a new course has none of: pages of one are no place for these journeys. */
const unknown = { live: 'none', question: 'none' }

const isTried = ([row]: readonly [string, Act]) =>
  !Object.keys(unknown).some((name) => row.startsWith('page ') && row.includes(`[${name}]`))

const nowhere = '00000000-0000-4000-8000-000000000000'

/** What somebody reads of an answer: no scripts, no tags, and none of the ids that they asked with. */
function readable(body: string, ids: Readonly<Record<string, string>>): string {
  const shown = body.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ')
  return Object.values(ids)
    .reduce((text, id) => text.replaceAll(id, '…'), shown)
    .replace(/\s+/g, ' ')
}

const actions = readActions()

/** Asks for what a row stands for, with the ids in its address, and gives what came of it. */
async function ask(request: APIRequestContext, [row, access]: readonly [string, Act], ids: Peopled['ids']) {
  const [verb = '', address = ''] = row.split(/ (.*)/)
  const action = actions.get(row)
  if (verb === 'action') {
    if (action === undefined || access.call === undefined) throw new Error(`Cannot call "${row}"`)
    const { bound, form } = JSON.parse(fillAddress(JSON.stringify(access.call), ids))
    const response = await callAction(request, action, { bound, form, ids: { ...ids, ...unknown } })
    return { status: response.status(), said: readable(await outcomeOf(response), ids) }
  }
  const path = fillAddress(verb === 'page' ? `/en${address}` : address, ids)
  const response =
    verb === 'POST' ? await request.post(path, { data: access.call?.json ?? {} }) : await request.get(path)
  return { status: response.status(), said: readable(await response.text(), ids) }
}

/** Whether an answer is word for word that for a course which does not exist; a page or a route says so by its status, too. */
async function isNothing(request: APIRequestContext, row: readonly [string, Act], course: Peopled): Promise<boolean> {
  const answer = await ask(request, row, course.ids)
  const none = await ask(request, row, noIds(course))
  expect(row[0].startsWith('action ') || none.status >= 400, `${row[0]} of no course: ${none.status}`).toBe(true)
  return answer.status === none.status && answer.said === none.said
}

const mayBy = (role: Role, { act, orAct }: Act) => mayRole(role, act) || (orAct !== undefined && mayRole(role, orAct))

const noIds = ({ ids }: Peopled) => Object.fromEntries(Object.keys(ids).map((name) => [name, nowhere]))

test('nobody learns of a course, or does anything in it, beyond what their role in it gives', async ({
  playwright,
  baseURL,
}) => {
  test.setTimeout(600_000)
  const [mine, other] = [await makePeopledCourse(playwright, baseURL), await makePeopledCourse(playwright, baseURL)]
  const left = await makePeopledCourse(playwright, baseURL)
  const leaving = actions.get('action app/[locale]/teach/[course]/leave-course.ts#leaveCourse')
  if (leaving === undefined) throw new Error('Cannot find the way out of a course')
  for (const role of ['teacher', 'assistant', 'student', 'observer'] as const)
    await callAction(left.people[role], leaving, { bound: [left.courseId], form: {}, ids: left.ids })
  const strangers: readonly (readonly [string, APIRequestContext, Peopled])[] = [
    ['nobody', await openRequest(playwright, baseURL), mine],
    ['an account in no course', await openAccountRequest(playwright, baseURL), mine],
    ...roles.map((role) => [`the ${role} of another course`, other.people[role], mine] as const),
    ...roles
      .filter((role) => role !== 'owner')
      .map((role) => [`a ${role} who has left`, left.people[role], left] as const),
  ]
  for (const row of named.filter(isTried)) {
    const [name, access] = row
    const insiders = roles
      .filter((role) => !mayBy(role, access))
      .map((role) => [`the ${role}`, mine.people[role], mine] as const)
    for (const [who, request, course] of [...strangers, ...insiders])
      await test.step(`${name}: ${who}`, async () => {
        expect(await isNothing(request, row, course), `${name} is there for ${who}`).toBe(true)
      })
  }
})

test('everybody gets what their role in a course gives', async ({ playwright, baseURL }) => {
  test.setTimeout(600_000)
  for (const row of named.filter(isTried)) {
    const [name, access] = row
    if (access.call?.vague) continue
    // What an action does stays done, so each has a course of its own.
    const isAction = name.startsWith('action ')
    const shared = isAction ? undefined : await makePeopledCourse(playwright, baseURL)
    for (const role of roles.filter((one) => mayBy(one, access)).slice(0, isAction ? 1 : undefined)) {
      const course = shared ?? (await makePeopledCourse(playwright, baseURL))
      expect(await isNothing(course.people[role], row, course), `${name} is not there for the ${role}`).toBe(false)
    }
  }
})

test('a course in the archive is read, and nothing in it is changed', async ({ playwright, baseURL }) => {
  test.setTimeout(300_000)
  const course = await makePeopledCourse(playwright, baseURL)
  const archiving = actions.get('action app/[locale]/teach/[course]/settings/change-course.ts#archiveCourse')
  if (archiving === undefined) throw new Error('Cannot find the way into the archive')
  await callAction(course.people.owner, archiving, { bound: [course.courseId], form: {}, ids: course.ids })
  // What is for the archive itself comes last: it takes the course out.
  const sorted = named
    .filter(isTried)
    .sort(([, one], [, other]) => Number(one.archived ?? false) - Number(other.archived ?? false))
  for (const row of sorted) {
    const [name, { act, archived, call }] = row
    if (call?.vague || !mayRole('owner', act)) continue
    const isThere = archived ?? isOpenInArchive(act)
    expect(await isNothing(course.people.owner, row, course), `${name} is there: ${isThere}`).toBe(!isThere)
  }
})
