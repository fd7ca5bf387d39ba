import 'server-only'
import { toInstantColumn, toJsonColumn } from './columns'
import { compareItems, type ItemColumns, type ItemRow, noLongerDerived } from './compare-bank'
import { database } from './database'
import type { Item } from './item'
import type { Prepare } from './sqlite/statements'

type DerivedFact = {
  readonly id: string
  readonly topic: string
  readonly kind: string
  readonly level: number
}

export type DerivedBank = {
  readonly facts: readonly DerivedFact[]
  readonly items: readonly Omit<Item, 'retiredAt' | 'version'>[]
  /** Changes with anything in the facts or items, and with nothing else. */
  readonly fingerprint: string
}

/** What seeding did, in numbers of items. */
export type Seeded =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'seeded'
      readonly added: number
      readonly changed: number
      readonly returned: number
      readonly retired: number
    }

/**
 * Makes the stored bank the derived one, in one transaction: adds what is new, replaces what differs, brings back what is
 * derived again, and retires what no longer is, since answers refer to it. Does nothing where the fingerprint is the
 * stored one. Departs from Prisma: a thousand items take it more than a second, which every first start would wait for.
 */
export async function seedBank(bank: DerivedBank, now: Date): Promise<Seeded> {
  const { writeNow } = await database()
  const items = bank.items.map((item) => ({ ...item, body: toJsonColumn(item.body) }))
  const written = await writeNow((prepare) => seed(prepare, { ...bank, items }, toInstantColumn(now)))
  if (written.kind === 'refused') throw new Error('Cannot seed the bank: another process holds the database')
  return written.value
}

type BankColumns = Omit<DerivedBank, 'items'> & { readonly items: readonly ItemColumns[] }

function seed(prepare: Prepare, { facts, items, fingerprint }: BankColumns, now: string): Seeded {
  const before = prepare(`SELECT fingerprint FROM "Bank" WHERE id = 'bank'`).pluck().get()
  if (before === fingerprint) return { kind: 'unchanged' }
  const stored = prepare<[], ItemRow>(
    'SELECT id, "factId", kind, topic, level, body, "retiredAt", "retiredWhy" FROM "Item"',
  ).all()
  const { added, changed, returned, retired } = compareItems(stored, items)
  for (const fact of facts) upsertFact(prepare).run(fact)
  for (const item of [...added, ...changed]) upsertItem(prepare).run({ ...item, now })
  for (const id of returned) retire(prepare).run(null, null, id)
  for (const id of retired) retire(prepare).run(now, noLongerDerived, id)
  upsertBank(prepare).run({ fingerprint, now })
  return {
    kind: 'seeded',
    added: added.length,
    changed: changed.length,
    returned: returned.length,
    retired: retired.length,
  }
}

const upsertFact = (prepare: Prepare) =>
  prepare<[DerivedFact]>(
    `INSERT INTO "Fact" (id, topic, kind, level) VALUES (@id, @topic, @kind, @level)
     ON CONFLICT (id) DO UPDATE SET topic = excluded.topic, kind = excluded.kind, level = excluded.level`,
  )

/** An item that is asked otherwise gets its next version; an answer keeps the one that it was given to. */
const upsertItem = (prepare: Prepare) =>
  prepare<[ItemColumns & { readonly now: string }]>(
    `INSERT INTO "Item" (id, "factId", kind, topic, level, version, body, "createdAt")
     VALUES (@id, @factId, @kind, @topic, @level, 1, @body, @now)
     ON CONFLICT (id) DO UPDATE SET "factId" = excluded."factId", kind = excluded.kind, topic = excluded.topic,
       level = excluded.level, body = excluded.body,
       version = "Item".version + CASE WHEN "Item".body = excluded.body THEN 0 ELSE 1 END`,
  )

const retire = (prepare: Prepare) =>
  prepare<[string | null, string | null, string]>('UPDATE "Item" SET "retiredAt" = ?, "retiredWhy" = ? WHERE id = ?')

const upsertBank = (prepare: Prepare) =>
  prepare<[{ readonly fingerprint: string; readonly now: string }]>(
    `INSERT INTO "Bank" (id, fingerprint, "seededAt") VALUES ('bank', @fingerprint, @now)
     ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, "seededAt" = excluded."seededAt"`,
  )
