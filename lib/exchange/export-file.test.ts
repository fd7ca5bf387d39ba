import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeJson, writeZip } from './export-file'

const at = new Date('2026-11-23T08:00:00.000Z')
const tables = [
  {
    table: 'Answer',
    columns: ['id', 'given', 'right', 'at'],
    rows: [{ id: 'a', given: { text: '=1' }, right: true, at: null }],
  },
  { table: 'Settings', columns: ['chosen'], rows: [] },
]

test('writeJson names its format and its version, and has every table', () => {
  expect(JSON.parse(writeJson(tables, at))).toEqual({
    format: 'timewait',
    version: 1,
    exportedAt: at.toISOString(),
    tables: { Answer: tables[0]?.rows, Settings: [] },
  })
})

test('writeZip has a CSV file per table, an empty one too', () => {
  const files = unzipSync(writeZip(tables, at))
  // fflate's own reader leaves the byte order mark out.
  const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8')
  expect(Object.keys(files)).toEqual(['Answer.csv', 'Settings.csv'])
  expect(text('Answer.csv')).toBe('\uFEFFid,given,right,at\r\na,"{""text"":""=1""}",true,\r\n')
  expect(text('Settings.csv')).toBe('\uFEFFchosen\r\n')
})
