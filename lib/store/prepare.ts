import 'server-only'
import { type DerivedBank, type Seeded, seedBank } from './bank'
import { database } from './database'
import { migrate } from './migrate'

/** What was done on the way to a store that can be used, for the log of the start. */
export type PrepareStep =
  | { readonly kind: 'opened'; readonly file: string }
  | { readonly kind: 'copied'; readonly file: string }
  | { readonly kind: 'migrated'; readonly name: string }
  | Seeded

/**
 * Opens the store, migrates it and seeds the bank that `derive` makes; without `derive` the bank stays as it is. Safe to
 * call at every start. Throws, with a sentence to show to whoever started the app, where the store cannot be used.
 */
export async function prepareStore(report: (step: PrepareStep) => void, derive?: () => DerivedBank): Promise<void> {
  const opened = await database()
  report({ kind: 'opened', file: opened.file })
  const { applied, copy } = await migrate(opened)
  if (copy !== undefined) report({ kind: 'copied', file: copy })
  for (const name of applied) report({ kind: 'migrated', name })
  if (derive) report(await seedBank(derive(), new Date()))
}
