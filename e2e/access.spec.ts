import { type APIRequestContext, expect } from '@playwright/test'
import { type Access, accessTable } from '../app/access-table'
import { isOpenInArchive, mayRole, roles } from '../lib/teach/roles'
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
import { test } from './journey'

type Act = Exclude<Access, string>

const rows = Object.entries(accessTable).flatMap(([row, access]): (readonly [string, Act])[] =>
  typeof access === 'string' ? [] : [[row, access]],
)

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
    const { bound, form } = access.call
    const first = bound === 'course' ? ids.course : { course: ids.course, member: ids.member }
    const response = await callAction(request, action, { bound: [first], form, ids })
    return { status: response.status(), said: readable(await outcomeOf(response), ids) }
  }
  const path = fillAddress(verb === 'page' ? `/en${address}` : address, ids)
  const response = await request.fetch(path, { method: verb === 'page' ? 'GET' : verb })
  return { status: response.status(), said: readable(await response.text(), ids) }
}

/** Whether an answer says that there is nothing. */
const isNothing = ({ status, said }: { readonly status: number; readonly said: string }) =>
  status === 404 || said.includes('no such course') || said.includes('There is no such course of yours')

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
  for (const row of rows) {
    const [name, { act }] = row
    const insiders = roles
      .filter((role) => !mayRole(role, act))
      .map((role) => [`the ${role}`, mine.people[role], mine] as const)
    for (const [who, request, course] of [...strangers, ...insiders])
      await test.step(`${name}: ${who}`, async () => {
        const answer = await ask(request, row, course.ids)
        expect(isNothing(answer), `${name} is there for ${who}: ${answer.status} ${answer.said.slice(0, 300)}`).toBe(
          true,
        )
        // Word for word the answer for a course that does not exist.
        expect(answer, `${name}, ${who}`).toEqual(await ask(request, row, noIds(course)))
      })
  }
})

test('everybody gets what their role in a course gives', async ({ playwright, baseURL }) => {
  test.setTimeout(600_000)
  for (const row of rows) {
    const [name, { act }] = row
    // What an action does stays done, so each has a course of its own.
    const isAction = name.startsWith('action ')
    const shared = isAction ? undefined : await makePeopledCourse(playwright, baseURL)
    for (const role of roles.filter((one) => mayRole(one, act)).slice(0, isAction ? 1 : undefined)) {
      const course = shared ?? (await makePeopledCourse(playwright, baseURL))
      const answer = await ask(course.people[role], row, course.ids)
      expect(
        isNothing(answer),
        `${name} is not there for the ${role}: ${answer.status} ${answer.said.slice(0, 300)}`,
      ).toBe(false)
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
  const sorted = [...rows].sort(([, one], [, other]) => Number(one.archived ?? false) - Number(other.archived ?? false))
  for (const row of sorted) {
    const [name, { act, archived }] = row
    const answer = await ask(course.people.owner, row, course.ids)
    expect(isNothing(answer), `${name}: ${answer.said.slice(0, 300)}`).toBe(!(archived ?? isOpenInArchive(act)))
  }
})
