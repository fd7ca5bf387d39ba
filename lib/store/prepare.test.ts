import { afterEach, beforeEach, expect, test } from 'vitest'
import { storeHealth } from './health'
import { selectItem } from './item'
import { migrationsFolder, readMigrations } from './migrations'
import { type PrepareStep, prepareStore } from './prepare'
import { openTemporaryStore, type TemporaryStore } from './temporary-store'

let store: TemporaryStore
beforeEach(async () => {
  store = await openTemporaryStore()
})
afterEach(() => store.close())

test('prepareStore reports what it does, and at the second start that there is nothing to do', async () => {
  const fact = { id: 'f', topic: 'opening', kind: 'row', level: 1 }
  const item = { id: 'a', factId: 'f', kind: 'order', topic: 'opening', level: 1, version: 1, body: {} }
  const start = async () => {
    const steps: PrepareStep[] = []
    await prepareStore(
      (step) => steps.push(step),
      () => ({ facts: [fact], items: [item], fingerprint: 'one' }),
    )
    return steps
  }
  const opened = { kind: 'opened', file: store.database.file }
  expect(await start()).toEqual([opened, { kind: 'seeded', added: 1, changed: 0, returned: 0, retired: 0 }])
  expect(await start()).toEqual([opened, { kind: 'unchanged' }])
  expect((await selectItem('a')).topic).toBe('opening')
})

test('storeHealth says that all is well', async () => {
  expect(await storeHealth()).toEqual({
    database: 'ok',
    migrations: { applied: readMigrations(migrationsFolder()).length, pending: 0 },
  })
})
