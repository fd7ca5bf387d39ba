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
