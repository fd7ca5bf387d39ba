import { describe, expect, it, test } from 'vitest'
import { decodeRoster, mostLines, type Roster, readRoster } from './roster'

/** The people and the errors of a roster, in short. */
function inShort(roster: Roster): unknown {
  if (roster.kind === 'refused') return roster.error
  return roster.lines.map((line) => {
    if (line.kind === 'wrong') return [line.line, line.error]
    const { name, email, number, role } = line.person
    return line.kind === 'twice' ? [line.line, 'twice', line.first] : [line.line, name, email, number, role]
  })
}

describe('a roster', () => {
  it.each([
    ['with commas', 'Name,Email,Number,Role\nAda,ada@x.org,7,assistant'],
    ['with semicolons', 'Name;E-mail;Student ID;Role\r\nAda;ada@x.org;7;TA\r\n'],
    ['with tabs', 'name\temail\tno.\trole\nAda\tADA@x.org\t7\tAssistant'],
    ['in Chinese', '姓名,邮箱,学号,角色\nAda,ada@x.org,7,助教'],
    ['with a mark', '\uFEFFrole,number,email,name\nassistant,7,ada@x.org,Ada'],
    ['with quotes', '"Name","Email","Number","Role"\n"Ada","ada@x.org","7","assistant"'],
    ['with columns that it has no use for', 'Name,Group,Email,Number,Role\nAda,B,ada@x.org,7,assistant'],
  ])('%s is read', (_how, text) => {
    expect(inShort(readRoster(text))).toEqual([[2, 'Ada', 'ada@x.org', '7', 'assistant']])
  })

  it('has students where it names no role, and people without an email who have a number', () => {
    expect(inShort(readRoster('姓名;学号\n张三;2026001\n李四;2026002'))).toEqual([
      [2, '张三', null, '2026001', 'student'],
      [3, '李四', null, '2026002', 'student'],
    ])
  })

  it('is told line by line what is wrong, by the lines of the text', () => {
    const lines = [
      'Name,Email,Number,Role',
      '"Ada, Countess\nof Lovelace",ada@x.org,,',
      '',
      ',bob@x.org,,',
      'Bob,bob at x.org,,',
      'Cyd,,,',
      'Dan,dan@x.org,,owner',
      'Eve,ADA@x.org,,',
      `Fay,fay@x.org,${'9'.repeat(41)},`,
      `${'x'.repeat(81)},gus@x.org,,`,
      'Hal,hal@x.org,1,student,more',
      'Ida,ida@x.org,1,student',
      'Jon,jon@x.org,1,student',
    ]
    expect(inShort(readRoster(lines.join('\n')))).toEqual([
      [2, 'Ada, Countess of Lovelace', 'ada@x.org', '', 'student'],
      [5, 'no name'],
      [6, 'bad email'],
      [7, 'neither email nor number'],
      [8, 'unknown role'],
      [9, 'twice', 2],
      [10, 'long number'],
      [11, 'long name'],
      [12, 'too many cells'],
      [13, 'Ida', 'ida@x.org', '1', 'student'],
      [14, 'twice', 13],
    ])
  })

  it.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['Ada,ada@x.org', 'no heading'],
    ['Name,Email', 'no lines'],
    ['Name,Email\n,\n', 'no lines'],
    ['Name,Email\n"Ada,ada@x.org', 'broken quotes'],
    [`Name,Number\n${Array.from({ length: mostLines + 1 }, (_, index) => `A,${index}`).join('\n')}`, 'too many'],
  ])('%j is refused: %s', (text, error) => {
    expect(inShort(readRoster(text))).toBe(error)
  })
})

test.each([
  ['UTF-8', [...Buffer.from('姓名', 'utf8')], '姓名'],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...Buffer.from('姓名', 'utf8')], '姓名'],
  ['GB18030', [0xd0, 0xd5, 0xc3, 0xfb], '姓名'],
  ['UTF-16', [0xff, 0xfe, ...Buffer.from('姓名', 'utf16le')], '姓名'],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d], undefined],
])('%s is decoded', (_name, octets, text) => {
  expect(decodeRoster(Uint8Array.from(octets))).toBe(text)
})
