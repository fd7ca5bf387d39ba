import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import en from '../messages/en/marks.json' with { type: 'json' }
import zh from '../messages/zh-CN/marks.json' with { type: 'json' }
import { expectAccessible, expectNoSideways } from './accessible'
import { joinBy, makeCourse, openAccount, openDoor } from './teaching'

/** The words of marks, in each language. */
export const marksWords = { en, 'zh-CN': zh } as const

/** A text with its places filled, in their order. */
export function said(text: string, ...values: readonly string[]): string {
  const left = [...values]
  return text.replaceAll(/\{\w+\}/g, () => left.shift() ?? '')
}

const exported = z.object({ tables: z.object({ User: z.tuple([z.object({ id: z.string() })]) }) })

async function idOf(page: Page): Promise<string> {
  const mine = exported.parse(await (await page.request.get('/api/v1/me/export?format=json')).json())
  return mine.tables.User[0].id
}

export type Room = { readonly teacher: Page; readonly students: readonly Page[]; readonly courseId: string }

/** A lecturer with a course and these students in it, each in a browser of their own. */
export async function openRoom(browser: Browser, baseURL: string | undefined, names: readonly string[]): Promise<Room> {
  const teacher = await openAccount(browser, baseURL)
  const courseId = await makeCourse(teacher)
  const { link } = await openDoor(teacher, courseId)
  const students: Page[] = []
  for (const name of names) {
    const student = await openAccount(browser, baseURL)
    await joinBy(student, link, name)
    students.push(student)
  }
  return { teacher, students, courseId }
}

/** Runs a script that writes into the journeys' database, with the ids of the course, its owner and students; what it prints. */
export async function fillRoom(
  script: 'fill-marks' | 'fill-own-key',
  { teacher, courseId }: Room,
  students: readonly Page[],
): Promise<unknown> {
  const ids = [courseId, ...(await Promise.all([teacher, ...students].map(idOf)))]
  const run = ['--conditions=react-server', '--import', 'tsx', `e2e/${script}.ts`, ...ids]
  const { stdout } = await promisify(execFile)(process.execPath, run)
  return JSON.parse(stdout)
}

/** The page breaks no rule of accessibility, and fits a phone. */
export async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 740 })
  await expectNoSideways(page)
  await page.setViewportSize({ width: 1280, height: 720 })
}
