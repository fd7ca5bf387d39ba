import { expect, test } from 'vitest'
import { type Cell, writeCsv } from './csv'

test('writeCsv begins with a byte order mark and ends each line with CR LF', () => {
  expect(writeCsv(['id', 'right'], [['a', true]])).toBe('\uFEFFid,right\r\na,true\r\n')
})

test.each([
  [null, ''],
  [-5, '-5'],
  [false, 'false'],
  ['plain', 'plain'],
  ['状态', '状态'],
  ['a,b', '"a,b"'],
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
  [' padded ', '" padded "'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
] satisfies readonly (readonly [Cell, string])[])('the cell %j is written %j', (cell, text) => {
  expect(writeCsv(['c'], [[cell]])).toBe(`\uFEFFc\r\n${text}\r\n`)
})

/** A reader of RFC 4180 of its own: what a spreadsheet makes of the text, apostrophes of its own taken off. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  cell.lastIndex = 1
  for (let found = cell.exec(text); found !== null && found[0] !== ''; found = cell.exec(text)) {
    const value = found[1]?.replaceAll('""', '"') ?? found[2] ?? ''
    rows.at(-1)?.push(/^'[=+\-@\t\r\n\0＝＋－＠]/.test(value) ? value.slice(1) : value)
    if (found[3] === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('what is written is read again as it was, formulas and all', () => {
  const parts = ['=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ' ', 'a', '状', '\u202e', '1']
  const texts = parts.flatMap((first) => parts.flatMap((second) => [`${first}${second}x`, `x${first}${second}`]))
  const rows = texts.map((text, index) => [text, texts[texts.length - 1 - index] ?? ''])
  const text = writeCsv(['one', 'two'], rows)
  expect(text.charCodeAt(0)).toBe(0xfeff)
  expect(readCsv(text)).toEqual([['one', 'two'], ...rows])
})

test('no cell that is written begins as a formula', () => {
  const starts = ['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＋1', '－1', '＠1']
  for (const [cell = ''] of readCsvRaw(
    writeCsv(
      ['c'],
      starts.map((start) => [start]),
    ),
  ).slice(1))
    expect(cell.startsWith("'"), JSON.stringify(cell)).toBe(true)
})

/** The cells of the first column as they stand, without the quotes of the format. */
function readCsvRaw(text: string): readonly (readonly string[])[] {
  return text
    .slice(1)
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter((line) => line !== '')
    .map((line) => [line.replace(/^"/, '')])
}
