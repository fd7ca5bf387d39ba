import 'server-only'
import { randomUUID } from 'node:crypto'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { countSchema } from './acting'

/**
 * How many wrong codes there may be before the next code is not even looked at. The first two count for an address and
 * for a user each; the third for all people together, so that however many addresses somebody guesses from, they find a
 * given door less than once in a million days (300 of over 300 million: lib/teach/door-code.ts). While codes rest, the
 * link and the QR code of a door go on: their secret can't be guessed.
 */
export const mostWrongCodes = { perMinute: 10, perDay: 60, ofAllPerDay: 300 } as const

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Who types a code: from which address, and which user, where there is one. */
export type Guesser = { readonly address: string; readonly userId: string | undefined }

const addressOf = ({ address }: Guesser) => `address ${address}`

const namesOf = (guesser: Guesser) => [
  addressOf(guesser),
  ...(guesser.userId === undefined ? [] : [`user ${guesser.userId}`]),
]

/** Why no code is looked at just now: this person has to wait, or all have. Undefined where one may be typed. */
export function whyWait(prepare: Prepare, guesser: Guesser, now: Date): 'wait' | 'tomorrow' | 'resting' | undefined {
  const since = (ms: number) => toInstantColumn(new Date(now.getTime() - ms))
  const count = prepare<[{ who: string; since: string }]>(
    'SELECT count(*) FROM "WrongCode" WHERE who = @who AND at > @since',
  ).pluck()
  const most = (ms: number) =>
    Math.max(...namesOf(guesser).map((who) => countSchema.parse(count.get({ who, since: since(ms) }))))
  if (most(minuteMs) >= mostWrongCodes.perMinute) return 'wait'
  if (most(dayMs) >= mostWrongCodes.perDay) return 'tomorrow'
  return isResting(prepare, now) ? 'resting' : undefined
}

/** Whether there were so many wrong codes within a day that codes open no door for the time being. */
export function isResting(prepare: Prepare, now: Date): boolean {
  const ofAll = prepare<[string]>(`SELECT count(*) FROM "WrongCode" WHERE at > ? AND who LIKE 'address %'`).pluck()
  return countSchema.parse(ofAll.get(toInstantColumn(new Date(now.getTime() - dayMs)))) >= mostWrongCodes.ofAllPerDay
}

/** Notes that a code opened nothing, and forgets what is older than a day. */
export function noteWrong(prepare: Prepare, guesser: Guesser, now: Date): void {
  prepare<[string]>('DELETE FROM "WrongCode" WHERE at <= ?').run(toInstantColumn(new Date(now.getTime() - dayMs)))
  const insert = prepare<[string, string, string]>('INSERT INTO "WrongCode" (id, who, at) VALUES (?, ?, ?)')
  for (const who of namesOf(guesser)) insert.run(randomUUID(), who, toInstantColumn(now))
}

/** Whether codes rest just now, for who shows one on a slide. */
export async function areCodesResting(now: Date): Promise<boolean> {
  const { read } = await database()
  return isResting(read, now)
}
