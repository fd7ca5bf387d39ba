import 'server-only'
import { randomUUID } from 'node:crypto'
import { toInstantColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'
import { countSchema } from './acting'
import type { AssignmentKey } from './assignment'

/** How many wrong passwords of one student at one assignment there may be before none is looked at, right or wrong. */
const mostWrongPasswords = { perMinute: 5, perDay: 30 } as const

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** They stand with the wrong codes of doors, of which only those of addresses and of users are counted there. */
const nameOf = ({ userId, assignmentId }: AssignmentKey) => `password ${userId} ${assignmentId}`

/** Why no password of this student is looked at just now; undefined where one is. */
export function whyNoPassword(prepare: Prepare, key: AssignmentKey, now: Date): 'wait' | 'tomorrow' | undefined {
  const since = (ms: number) => toInstantColumn(new Date(now.getTime() - ms))
  const count = prepare<[{ who: string; since: string }]>(
    'SELECT count(*) FROM "WrongCode" WHERE who = @who AND at > @since',
  ).pluck()
  const within = (ms: number) => countSchema.parse(count.get({ who: nameOf(key), since: since(ms) }))
  if (within(dayMs) >= mostWrongPasswords.perDay) return 'tomorrow'
  return within(minuteMs) >= mostWrongPasswords.perMinute ? 'wait' : undefined
}

/** Notes a wrong password. The row is forgotten after a day, with the wrong codes. */
export function noteWrongPassword(prepare: Prepare, key: AssignmentKey, now: Date): void {
  prepare<[string]>('DELETE FROM "WrongCode" WHERE at <= ?').run(toInstantColumn(new Date(now.getTime() - dayMs)))
  prepare<[string, string, string]>('INSERT INTO "WrongCode" (id, who, at) VALUES (?, ?, ?)').run(
    randomUUID(),
    nameOf(key),
    toInstantColumn(now),
  )
}
