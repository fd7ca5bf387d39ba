import 'server-only'
import { database } from './database'
import { type OwnedTableName, ownedTables, type WorkTableName } from './owned-tables'
import type { Prepare } from './sqlite/statements'

type Counts<Name extends string> = Readonly<Record<Name, number>>

/** How many rows of each table are the user's. */
export async function countOwned(userId: string): Promise<Counts<OwnedTableName>> {
  const { read } = await database()
  return Object.fromEntries(
    ownedTables.map(({ table, mine }) => [table, countRows(read, { table, mine, userId })]),
  ) as Counts<OwnedTableName>
}

/** How much work the user has: what a merge would take along. */
export async function countWork(userId: string): Promise<Counts<WorkTableName>> {
  const { read } = await database()
  return Object.fromEntries(
    ownedTables.flatMap(({ table, mine, isWork }) =>
      isWork ? [[table, countRows(read, { table, mine, userId })]] : [],
    ),
  ) as Counts<WorkTableName>
}

/** Whether the user has any work at all, as the transaction of `prepare` sees it. */
export function hasWork(prepare: Prepare, userId: string): boolean {
  return ownedTables.some(({ table, mine, isWork }) => isWork && countRows(prepare, { table, mine, userId }) > 0)
}

/** As many rows as a user has of each table after the first sign-in; of the others, none. */
const atBirth: Readonly<Partial<Record<OwnedTableName, number>>> = { User: 1, Session: 1, Account: 1, Verification: 1 }

/** Whether there is no more of a user than one sign-in leaves, as the transaction of `prepare` sees it. */
export function isNewborn(prepare: Prepare, userId: string): boolean {
  return ownedTables.every(({ table, mine }) => countRows(prepare, { table, mine, userId }) <= (atBirth[table] ?? 0))
}

type Which = { readonly table: string; readonly mine: string; readonly userId: string }

function countRows(prepare: Prepare, { table, mine, userId }: Which): number {
  const statement = prepare<[{ userId: string }]>(`SELECT count(*) FROM "${table}" WHERE ${mine}`).pluck()
  return Number(statement.get({ userId }))
}
