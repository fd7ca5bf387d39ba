import 'server-only'
import { relative } from 'node:path'
import { openDataFolder } from './lib/data-folder'
import { database } from './lib/store/database'
import { derivedBank } from './lib/store/derived-bank'
import { type PrepareStep, prepareStore } from './lib/store/prepare'
import { printStep } from './scripts/print-step.mjs'

/** What a step is called at the terminal. */
function stepName(step: PrepareStep): string {
  switch (step.kind) {
    case 'opened':
      return `database opened: ${relative('.', step.file)}`
    case 'copied':
      return `database copied before the change: ${relative('.', step.file)}`
    case 'migrated':
      return `database migrated: ${step.name}`
    case 'seeded':
      return `bank seeded: ${step.added} new, ${step.changed} changed, ${step.retired} retired`
    case 'unchanged':
      return 'bank unchanged'
  }
}

/**
 * Makes the server ready to answer: data folder, migrations, seed; each step prints a line with its time.
 * Throws, with a sentence for whoever started the app, where it cannot.
 */
export async function prepareServer(): Promise<void> {
  openDataFolder()
  // scripts/start.mjs calls this when the last request is answered, so that the file is left whole and without a -wal.
  Object.assign(globalThis, { timewaitClose: async () => (await database()).close() })
  let since = performance.now()
  await prepareStore((step) => {
    printStep(stepName(step), performance.now() - since)
    since = performance.now()
  }, derivedBank)
}
