import { expect, it } from 'vitest'
import { citeWords } from './cite-words'
import { loadSay } from './say'

it.each([
  ['3.10.7.4 second', '3.10.7.4 second', '3.10.7.4 第二步'],
  ['Figure 5 note 2', 'Figure 5 note 2', '图 5 注 2'],
  ['3.5, Figure 7, MUST-10', '3.5, Figure 7, MUST-10', '3.5、图 7、MUST-10'],
  ['erratum 8805, RFC 5961 3, A.2', 'erratum 8805, RFC 5961 3, A.2', '勘误 8805、RFC 5961 3、A.2'],
  ['3.5, 3.10.7.4 first, 3.5', '3.5, 3.10.7.4 first', '3.5、3.10.7.4 第一步'],
])('%s is cited once and in the words of each language', async (cite, english, chinese) => {
  const [en, zh] = await Promise.all([loadSay('en'), loadSay('zh-CN')])
  expect(citeWords((key) => en(`machine.${key}`), cite)).toBe(english)
  expect(citeWords((key) => zh(`machine.${key}`), cite)).toBe(chinese)
})
