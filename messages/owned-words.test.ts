import { expect, test } from 'vitest'
import { loadMessages } from '../lib/i18n/messages'
import { locales } from '../lib/i18n/routing'
import { ownedTables } from '../lib/store/owned-tables'

test.each(locales)('every table with an owner has its words in %s', async (locale) => {
  const { account, data } = await loadMessages(locale)
  const tables = ownedTables.flatMap(({ table, isWork }) => (isWork ? [table] : []))
  expect(Object.keys(account.work)).toEqual(tables)
  expect(Object.keys(data.tables)).toEqual(ownedTables.map(({ table }) => table))
})
