import 'server-only'

/** How a column is written into what a user takes away. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'instant' | 'json'

export type OwnedTable = {
  readonly table: string
  /** Which rows are a user's: a condition on @userId. */
  readonly mine: string
  /** Which of those are not given away, as a condition: what a page would not show them yet. */
  readonly withheld?: string
  /** What the user is given of it. Secrets (tokens, hashes, keys) are in no export. */
  readonly columns: Readonly<Record<string, ColumnKind>>
  /** The statements that take the rows of the guest @from to the account @to. What they leave is deleted with the guest. */
  readonly merge: readonly string[]
  /** Work is what a person would miss: a merge must leave none of it, and a preview counts it. */
  readonly isWork: boolean
}

const byUser = '"userId" = @userId'
const ofMyAttempts = `"attemptId" IN (SELECT id FROM "ExamAttempt" WHERE ${byUser})`
/** Where a mark is nobody's secret any more: released, or shown at once. The pages may show more (lib/teach/shown.ts). */
const scoresShown = `SELECT id FROM "Assignment"
  WHERE "releasedAt" IS NOT NULL OR json_extract(settings, '$.shown.score') = 'at once'`
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
      aim: 'text',
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
    columns: { practiceId: 'text', position: 'number', itemId: 'text', seed: 'number', body: 'json' },
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
  {
    table: 'DismissedBelief',
    mine: byUser,
    columns: { beliefId: 'text', at: 'instant' },
    merge: [
      `UPDATE OR IGNORE "DismissedBelief" SET "userId" = @to WHERE "userId" = @from`,
      `DELETE FROM "DismissedBelief" WHERE "userId" = @from`,
    ],
    isWork: false,
  },
  {
    table: 'Deck',
    mine: byUser,
    columns: { id: 'text', name: 'text', createdAt: 'instant' },
    // Of two of one name the account's stays and gets what lies in the other.
    merge: [
      `UPDATE "Note" SET "deckId" =
         (SELECT theirs.id FROM "Deck" mine JOIN "Deck" theirs ON theirs.name = mine.name AND theirs."userId" = @to
          WHERE mine.id = "Note"."deckId")
       WHERE "userId" = @from AND "deckId" IN
         (SELECT id FROM "Deck" WHERE "userId" = @from AND name IN (SELECT name FROM "Deck" WHERE "userId" = @to))`,
      `DELETE FROM "Deck" WHERE "userId" = @from AND name IN (SELECT name FROM "Deck" WHERE "userId" = @to)`,
      ...move('Deck'),
    ],
    isWork: true,
  },
  {
    table: 'Note',
    mine: byUser,
    columns: {
      id: 'text',
      deckId: 'text',
      front: 'text',
      back: 'text',
      createdAt: 'instant',
      changedAt: 'instant',
      deletedAt: 'instant',
    },
    merge: move('Note'),
    isWork: true,
  },
  {
    table: 'Card',
    mine: byUser,
    columns: {
      id: 'text',
      factId: 'text',
      noteId: 'text',
      source: 'text',
      createdAt: 'instant',
      rank: 'number',
      suspendedAt: 'instant',
      restedAt: 'instant',
      buriedOn: 'number',
      postponedTo: 'number',
      phase: 'text',
      stability: 'number',
      difficulty: 'number',
      step: 'number',
      dueAt: 'instant',
      dueDay: 'number',
      lastAt: 'instant',
      lastDay: 'number',
      reps: 'number',
      lapses: 'number',
      lastReviewId: 'text',
      lastItemId: 'text',
      kindsMet: 'json',
    },
    // Of a fact that both remember, the account's card stays and gets both logs; mergeGuest folds it anew.
    merge: [
      `UPDATE "Review" SET "cardId" =
         (SELECT theirs.id FROM "Card" mine JOIN "Card" theirs ON theirs."factId" = mine."factId" AND theirs."userId" = @to
          WHERE mine.id = "Review"."cardId")
       WHERE "userId" = @from AND "cardId" IN
         (SELECT id FROM "Card" WHERE "userId" = @from AND "factId" IN (SELECT "factId" FROM "Card" WHERE "userId" = @to))`,
      `DELETE FROM "Card" WHERE "userId" = @from AND "factId" IN (SELECT "factId" FROM "Card" WHERE "userId" = @to)`,
      ...move('Card'),
    ],
    isWork: true,
  },
  {
    table: 'Review',
    mine: byUser,
    columns: {
      id: 'text',
      cardId: 'text',
      itemId: 'text',
      itemKind: 'text',
      itemVersion: 'number',
      seed: 'number',
      at: 'instant',
      receivedAt: 'instant',
      day: 'number',
      rating: 'text',
      selfRated: 'boolean',
      right: 'boolean',
      helped: 'boolean',
      sure: 'boolean',
      tookMs: 'number',
      given: 'json',
      followed: 'text',
      terms: 'text',
      days: 'number',
      phaseBefore: 'text',
      stabilityBefore: 'number',
      difficultyBefore: 'number',
      recallBefore: 'number',
    },
    merge: move('Review'),
    isWork: true,
  },
  { table: 'Undo', mine: byUser, columns: { reviewId: 'text', at: 'instant' }, merge: move('Undo'), isWork: false },
  {
    table: 'ReviewTotal',
    mine: byUser,
    columns: {
      scope: 'text',
      place: 'number',
      reviews: 'number',
      right: 'number',
      fresh: 'number',
      ripe: 'number',
      tookMs: 'number',
      recall: 'number',
      logLoss: 'number',
    },
    // Sums of the log, which mergeGuest adds up anew.
    merge: [],
    isWork: false,
  },
  {
    table: 'UsualTime',
    mine: byUser,
    columns: { kind: 'text', usualMs: 'number' },
    merge: [
      `UPDATE "UsualTime" SET "userId" = @to
       WHERE "userId" = @from AND kind NOT IN (SELECT kind FROM "UsualTime" WHERE "userId" = @to)`,
    ],
    isWork: false,
  },
  {
    table: 'Weights',
    mine: byUser,
    columns: {
      algorithm: 'text',
      weights: 'json',
      trainedAt: 'instant',
      reviews: 'number',
      heldOut: 'number',
      lossBefore: 'number',
      lossAfter: 'number',
    },
    merge: moveUnlessTheirs('Weights'),
    isWork: false,
  },
  {
    table: 'Training',
    mine: byUser,
    columns: { state: 'text', askedAt: 'instant', startedAt: 'instant', endedAt: 'instant', outcome: 'json' },
    // Of the guest's reviews alone; the account asks anew.
    merge: [],
    isWork: false,
  },
  {
    table: 'ExamAttempt',
    mine: byUser,
    columns: {
      id: 'text',
      blueprint: 'json',
      questions: 'number',
      minutes: 'number',
      terms: 'json',
      assignmentId: 'text',
      number: 'number',
      startedAt: 'instant',
      endsAt: 'instant',
      finishedAt: 'instant',
      predictedMean: 'number',
      predictedLow: 'number',
      predictedHigh: 'number',
    },
    // Nobody has two open attempts that begin anew: of two, the account's stays the open one, and the guest's runs out.
    merge: [
      `UPDATE "ExamAttempt" SET "openUserId" = CASE
         WHEN "openUserId" IS NULL OR EXISTS (SELECT 1 FROM "ExamAttempt" WHERE "openUserId" = @to) THEN NULL
         ELSE @to END
       WHERE "userId" = @from`,
      ...move('ExamAttempt'),
    ],
    isWork: true,
  },
  {
    table: 'ExamQuestion',
    mine: ofMyAttempts,
    // What staff have written is theirs, and its key stands in it.
    withheld: '"versionId" IS NOT NULL',
    columns: {
      attemptId: 'text',
      position: 'number',
      itemId: 'text',
      versionId: 'text',
      itemVersion: 'number',
      factId: 'text',
      topic: 'text',
      level: 'number',
      pathLength: 'text',
      body: 'json',
      seed: 'number',
      points: 'number',
    },
    merge: [],
    isWork: false,
  },
  {
    table: 'ExamEvent',
    mine: ofMyAttempts,
    columns: {
      id: 'text',
      attemptId: 'text',
      number: 'number',
      kind: 'text',
      at: 'instant',
      by: 'text',
      position: 'number',
      revision: 'number',
      value: 'json',
      minutes: 'number',
    },
    merge: [],
    isWork: false,
  },
  {
    table: 'Member',
    mine: byUser,
    columns: {
      courseId: 'text',
      role: 'text',
      name: 'text',
      pseudonym: 'text',
      number: 'text',
      joinedAt: 'instant',
      leftAt: 'instant',
      removed: 'boolean',
      factor: 'number',
      extraMinutes: 'number',
      breakMinutes: 'number',
    },
    // A guest is in no course.
    merge: [],
    isWork: false,
  },
  {
    table: 'Seat',
    mine: byUser,
    columns: {
      id: 'text',
      courseId: 'text',
      email: 'text',
      name: 'text',
      number: 'text',
      role: 'text',
      createdAt: 'instant',
      sentAt: 'instant',
      takenAt: 'instant',
    },
    merge: [],
    isWork: false,
  },
  {
    table: 'Exception',
    mine: byUser,
    columns: {
      id: 'text',
      assignmentId: 'text',
      at: 'instant',
      by: 'text',
      opensAt: 'instant',
      dueAt: 'instant',
      closesAt: 'instant',
      tries: 'number',
      reason: 'text',
    },
    merge: [],
    isWork: false,
  },
  {
    table: 'Override',
    mine: byUser,
    withheld: `"assignmentId" NOT IN (${scoresShown})`,
    columns: {
      id: 'text',
      assignmentId: 'text',
      at: 'instant',
      by: 'text',
      points: 'number',
      reason: 'text',
      comment: 'text',
    },
    merge: [],
    isWork: false,
  },
  {
    table: 'RegradeChange',
    mine: byUser,
    withheld: `"regradeId" NOT IN (SELECT id FROM "Regrade" WHERE "assignmentId" IN (${scoresShown}))`,
    columns: {
      regradeId: 'text',
      earnedBefore: 'number',
      outOfBefore: 'number',
      earnedAfter: 'number',
      outOfAfter: 'number',
    },
    merge: [],
    isWork: false,
  },
  {
    table: 'Notice',
    mine: byUser,
    columns: { id: 'text', at: 'instant', kind: 'text', detail: 'json', seenAt: 'instant' },
    merge: [],
    isWork: false,
  },
  {
    table: 'Report',
    mine: ofMyAttempts,
    columns: {
      id: 'text',
      attemptId: 'text',
      position: 'number',
      text: 'text',
      at: 'instant',
      answeredAt: 'instant',
      answeredBy: 'text',
      answer: 'text',
      outcome: 'text',
    },
    merge: [],
    isWork: false,
  },
  {
    table: 'PaperScore',
    mine: ofMyAttempts,
    // What it scored is on the pages, when it may be seen.
    columns: { attemptId: 'text', events: 'number', rules: 'text' },
    merge: [],
    isWork: false,
  },
  // Of the account that is merged into, the tries of the address go on counting.
  {
    table: 'WrongCode',
    mine: `(who = 'user ' || @userId OR who LIKE 'password ' || @userId || ' %')`,
    columns: { id: 'text', who: 'text', at: 'instant' },
    merge: [],
    isWork: false,
  },
] as const satisfies readonly OwnedTable[]

export type OwnedTableName = (typeof ownedTables)[number]['table']
export type WorkTableName = Extract<(typeof ownedTables)[number], { readonly isWork: true }>['table']
