import 'server-only'
import { z } from 'zod'
import { booleanColumn } from './columns'
import { database } from './database'
import { hasOwnEmail } from './promote-guest'

/** A user as themselves see it. */
export type Person = {
  readonly userId: string
  readonly isGuest: boolean
  /** Null for a guest, and for an account that a passkey alone opens. */
  readonly email: string | null
  readonly hasPassword: boolean
  /** Whether the sign-in of a school or another provider opens it. */
  readonly hasProvider: boolean
  readonly passkeys: readonly { readonly id: string; readonly name: string | null; readonly createdAt: Date | null }[]
}

const nameRow = z.object({ email: z.string(), isAnonymous: booleanColumn.nullable() })

/** Whether the user is a guest, and their email: one indexed read, for every page says who its reader is. */
export async function findName(userId: string): Promise<Pick<Person, 'isGuest' | 'email'> | undefined> {
  const { read } = await database()
  const row = read<[string]>('SELECT email, "isAnonymous" FROM "User" WHERE id = ?').get(userId)
  if (row === undefined) return undefined
  const { email, isAnonymous } = nameRow.parse(row)
  return { isGuest: isAnonymous === true, email: hasOwnEmail(email) ? email : null }
}

/** The user with that id and what opens their account; undefined where there is none. */
export async function findPerson(userId: string): Promise<Person | undefined> {
  const { prisma } = await database()
  const user = await prisma.user.findUnique({
    where: { id: userId },
    select: {
      email: true,
      isAnonymous: true,
      accounts: { select: { providerId: true } },
      passkeys: { select: { id: true, name: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
    },
  })
  if (user === null) return undefined
  const providers = user.accounts.map(({ providerId }) => providerId)
  return {
    userId,
    isGuest: user.isAnonymous === true,
    email: hasOwnEmail(user.email) ? user.email : null,
    hasPassword: providers.includes('credential'),
    hasProvider: providers.some((provider) => provider !== 'credential'),
    passkeys: user.passkeys,
  }
}
