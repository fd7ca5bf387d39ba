import 'server-only'
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { drawPseudonym } from '../../teach/pseudonym'
import { type Role, roleSchema } from '../../teach/roles'
import { booleanColumn, toInstantColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'
import { countSchema } from './acting'

/** The most people of a course at a time: twice the largest lecture that it is made for. */
export const mostMembers = 1000

const memberRow = z.object({ role: roleSchema, leftAt: z.string().nullable(), removed: booleanColumn })

export type Standing = Readonly<z.infer<typeof memberRow>>

/** What somebody is or was in a course; undefined where they never were in it. */
export function findStanding(prepare: Prepare, courseId: string, userId: string): Standing | undefined {
  const found = prepare<[string, string]>(
    'SELECT role, "leftAt", removed FROM "Member" WHERE "courseId" = ? AND "userId" = ?',
  ).get(courseId, userId)
  return memberRow.optional().parse(found)
}

/** Whether a course has as many people as it can take. */
export function isFull(prepare: Prepare, courseId: string): boolean {
  const count = prepare<[string]>('SELECT count(*) FROM "Member" WHERE "courseId" = ? AND "leftAt" IS NULL').pluck()
  return countSchema.parse(count.get(courseId)) >= mostMembers
}

/** Whether a user has an account: guests are in no course. */
export function hasAccount(prepare: Prepare, userId: string): boolean {
  return prepare<[string]>('SELECT 1 FROM "User" WHERE id = ? AND "isAnonymous" IS NOT 1').get(userId) !== undefined
}

export type Entering = {
  readonly courseId: string
  readonly userId: string
  readonly name: string
  readonly number: string
  readonly role: Role
  readonly now: Date
}

/** Lets somebody into a course, who has not been in it or has left it. Their pseudonym is theirs for good. */
export function enter(prepare: Prepare, { now, ...entering }: Entering): void {
  const columns = { ...entering, pseudonym: drawFreePseudonym(prepare, entering.courseId), at: toInstantColumn(now) }
  prepare<[typeof columns]>(
    `INSERT INTO "Member" ("courseId", "userId", role, name, pseudonym, number, "joinedAt")
     VALUES (@courseId, @userId, @role, @name, @pseudonym, @number, @at)
     ON CONFLICT ("courseId", "userId") DO UPDATE SET
       role = @role, name = @name, number = CASE WHEN @number = '' THEN number ELSE @number END,
       "leftAt" = NULL, removed = 0`,
  ).run(columns)
}

/** A pseudonym that nobody in the course has or had. */
export function drawFreePseudonym(prepare: Prepare, courseId: string): string {
  const taken = prepare<[string]>('SELECT pseudonym FROM "Member" WHERE "courseId" = ?').pluck().all(courseId)
  return drawPseudonym(new Set(z.array(z.string()).parse(taken)), (below) => randomInt(below))
}
