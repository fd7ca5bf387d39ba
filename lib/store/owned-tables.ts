import 'server-only'

/** How a column is written into what a user takes away. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'instant' | 'json'

export type OwnedTable = {
  readonly table: string
  /** Which rows are a user's: a condition on @userId. */
  readonly mine: string
  /** What the user is given of it. Secrets (tokens, hashes, keys) are in no export. */
  readonly columns: Readonly<Record<string, ColumnKind>>
  /** The statements that take the rows of the guest @from to the account @to. What they leave is deleted with the guest. */
  readonly merge: readonly string[]
  /** Work is what a person would miss: a merge must leave none of it, and a preview counts it. */
  readonly isWork: boolean
}

const byUser = '"userId" = @userId'
const move = (table: string) => [`UPDATE "${table}" SET "userId" = @to WHERE "userId" = @from`]

/** For one row per user: the account's own stays where there is one. */
const moveUnlessTheirs = (table: string) => [
  `UPDATE "${table}" SET "userId" = @to
   WHERE "userId" = @from AND NOT EXISTS (SELECT 1 FROM "${table}" WHERE "userId" = @to)`,
]

/**
 * Every table in which a row is somebody's, parents before children: what merging, taking away and deleting go by. A new
 * table with an owner gets its line here; a test fails until it has one.
 */
export const ownedTables = [
  {
    table: 'User',
    mine: 'id = @userId',
    columns: { id: 'text', email: 'text', name: 'text', isAnonymous: 'boolean', createdAt: 'instant' },
    merge: [],
    isWork: false,
  },
  {
    table: 'Session',
    mine: byUser,
    columns: { createdAt: 'instant', expiresAt: 'instant', ipAddress: 'text', userAgent: 'text' },
    merge: [],
    isWork: false,
  },
  { table: 'Account', mine: byUser, columns: { providerId: 'text', createdAt: 'instant' }, merge: [], isWork: false },
  {
    table: 'Passkey',
    mine: byUser,
    columns: { name: 'text', deviceType: 'text', createdAt: 'instant' },
    merge: move('Passkey'),
    isWork: false,
  },
  // A challenge names the user it was made for.
  { table: 'Verification', mine: 'instr(value, @userId) > 0', columns: {}, merge: [], isWork: false },
  {
    table: 'Settings',
    mine: byUser,
    columns: { chosen: 'json', changedAt: 'instant' },
    merge: moveUnlessTheirs('Settings'),
    isWork: false,
  },
  {
    table: 'Practice',
    mine: byUser,
    columns: {
      id: 'text',
      topics: 'json',
      kinds: 'json',
      length: 'number',
      startedAt: 'instant',
      finishedAt: 'instant',
    },
    merge: move('Practice'),
    isWork: true,
  },
  {
    table: 'PracticeItem',
    mine: `"practiceId" IN (SELECT id FROM "Practice" WHERE ${byUser})`,
    columns: { practiceId: 'text', position: 'number', itemId: 'text', seed: 'number' },
    // They follow their practice.
    merge: [],
    isWork: false,
  },
  {
    table: 'Answer',
    mine: byUser,
    columns: {
      id: 'text',
      practiceId: 'text',
      position: 'number',
      itemId: 'text',
      itemVersion: 'number',
      shown: 'json',
      given: 'json',
      right: 'boolean',
      tookMs: 'number',
      at: 'instant',
    },
    merge: move('Answer'),
    isWork: true,
  },
] as const satisfies readonly OwnedTable[]

export type OwnedTableName = (typeof ownedTables)[number]['table']
export type WorkTableName = Extract<(typeof ownedTables)[number], { readonly isWork: true }>['table']
