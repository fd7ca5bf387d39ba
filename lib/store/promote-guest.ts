import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { toInstantColumn } from './columns'
import { database } from './database'
import { deleteOwned } from './delete-user'
import { isNewborn } from './owned-counts'
import type { Prepare } from './sqlite/statements'

/** The addresses of people without one: better-auth wants an email for everybody. */
export const guestDomain = 'guest.invalid'

export const hasOwnEmail = (email: string) => !email.endsWith(`@${guestDomain}`)

export type Promoted =
  | { readonly kind: 'promoted' }
  | { readonly kind: 'refused'; readonly error: 'email taken' | 'has a password' | 'busy' }

type Credential = {
  readonly userId: string
  /** In lower case. */
  readonly email: string
  readonly passwordHash: string
  readonly now: Date
}

/**
 * Makes a guest an account in place, with an email and a password, by one transaction: the id stays, and with it
 * everything that is the user's. The same for an account that has a passkey alone. Refuses where the email is somebody
 * else's, and where the user has a password already.
 */
export async function promoteGuest({ userId, email, passwordHash, now }: Credential): Promise<Promoted> {
  const { writeNow } = await database()
  const columns = { id: randomUUID(), userId, email, passwordHash, now: toInstantColumn(now) }
  const written = await writeNow((prepare): Promoted => {
    if (exists(prepare, 'SELECT 1 FROM "User" WHERE email = @email AND id <> @userId', columns))
      return { kind: 'refused', error: 'email taken' }
    if (exists(prepare, `SELECT 1 FROM "Account" WHERE "userId" = @userId AND "providerId" = 'credential'`, columns))
      return { kind: 'refused', error: 'has a password' }
    prepare<[typeof columns]>(
      `UPDATE "User" SET email = @email, name = @email, "emailVerified" = 0, "isAnonymous" = 0, "updatedAt" = @now
       WHERE id = @userId`,
    ).run(columns)
    prepare<[typeof columns]>(
      `INSERT INTO "Account" (id, "accountId", "providerId", password, "createdAt", "updatedAt", "userId")
       VALUES (@id, @userId, 'credential', @passwordHash, @now, @now, @userId)`,
    ).run(columns)
    return { kind: 'promoted' }
  })
  return written.kind === 'written' ? written.value : written
}

/** Makes a guest an account that is opened by a passkey alone. */
export async function promoteByPasskey(userId: string, now: Date): Promise<void> {
  const { prisma } = await database()
  await prisma.user.updateMany({
    where: { id: userId, isAnonymous: true },
    data: { isAnonymous: false, updatedAt: now },
  })
}

type Adoption = { readonly guestId: string; readonly newbornId: string; readonly now: Date }

const newbornRow = z.object({
  email: z.string(),
  name: z.string(),
  emailVerified: z.number(),
  image: z.string().nullable(),
})

/**
 * Gives a guest the identity with which somebody has just signed up elsewhere (better-auth makes a user of it), so that
 * the guest's id stays: the account rows move, the new user goes, by one transaction. Gives false and changes nothing
 * where the guest is none any more, or the other user is more than this sign-in: has work, settings, another way in, another session.
 */
export async function adoptIdentity({ guestId, newbornId, now }: Adoption): Promise<boolean> {
  const { writeNow } = await database()
  const columns = { guestId, newbornId, now: toInstantColumn(now) }
  const written = await writeNow((prepare) => {
    if (!exists(prepare, 'SELECT 1 FROM "User" WHERE id = @guestId AND "isAnonymous"', columns)) return false
    const newborn = newbornRow
      .optional()
      .parse(prepare<[string]>('SELECT email, name, "emailVerified", image FROM "User" WHERE id = ?').get(newbornId))
    if (newborn === undefined || !isNewborn(prepare, newbornId)) return false
    prepare<[typeof columns]>('UPDATE "Account" SET "userId" = @guestId WHERE "userId" = @newbornId').run(columns)
    deleteOwned(prepare, newbornId)
    prepare<[typeof columns & typeof newborn]>(
      `UPDATE "User" SET email = @email, name = @name, "emailVerified" = @emailVerified, image = @image,
         "isAnonymous" = 0, "updatedAt" = @now
       WHERE id = @guestId`,
    ).run({ ...columns, ...newborn })
    return true
  })
  return written.kind === 'written' && written.value
}

function exists<Columns>(prepare: Prepare, sql: string, columns: Columns): boolean {
  return prepare<[Columns]>(sql).get(columns) !== undefined
}
