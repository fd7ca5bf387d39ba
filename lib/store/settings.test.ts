import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../review/settings'
import { findSettings, saveSettings } from './settings'
import { addUser, openTemporaryStore, type TemporaryStore } from './temporary-store'

let store: TemporaryStore
const now = new Date('2026-11-23T08:00:00.000Z')

beforeEach(async () => {
  store = await openTemporaryStore()
  await addUser(store.database, 'ada')
  await addUser(store.database, 'eve')
})
afterEach(() => store.close())

test('findSettings gives the defaults to who has chosen nothing', async () => {
  expect(await findSettings('ada')).toEqual(defaultSettings)
})

test('saveSettings keeps the newest choice, of this user alone', async () => {
  const settings = { ...defaultSettings, timeZone: 'Asia/Shanghai', examSubject: '408' }
  expect(await saveSettings({ userId: 'ada', settings: defaultSettings, now })).toEqual({ kind: 'saved' })
  await saveSettings({ userId: 'ada', settings, now })
  expect(await findSettings('ada')).toEqual(settings)
  expect(await findSettings('eve')).toEqual(defaultSettings)
  expect(await store.database.prisma.settings.count()).toBe(1)
})

test('saveSettings throws for a user who is not there', async () => {
  await expect(saveSettings({ userId: 'nobody', settings: defaultSettings, now })).rejects.toThrow('FOREIGN KEY')
})
