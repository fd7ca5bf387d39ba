import { describe, expect, it } from 'vitest'
import { loadSay } from '../i18n/say'
import { deriveBank } from '../items/bank'
import { factWords } from './fact-words'

const { facts } = deriveBank()
const [en, zh] = await Promise.all([loadSay('en'), loadSay('zh-CN')])

describe.each([
  ['English', en],
  ['Chinese', zh],
] as const)('in %s', (_language, say) => {
  it('every fact of the bank has words', () => {
    const wordless = facts.filter(
      ({ id }) => factWords(say, id).includes(id) || factWords(say, id).includes('progress.'),
    )
    expect(wordless.map(({ id }) => id)).toEqual([])
  })

  it('no two facts have the same words', () => {
    const said = facts.map(({ id }) => factWords(say, id))
    expect(said.filter((words, index) => said.indexOf(words) !== index)).toEqual([])
  })
})

it.each([
  ['meaning/LISTEN', /^`LISTEN`: /],
  ['pair/LISTEN/ESTABLISHED', 'Can an endpoint in `LISTEN` come to `ESTABLISHED` within one connection?'],
  ['path/handshake', 'Three-way handshake: the order of what is sent and entered.'],
  [
    'path/handshake/1',
    'Three-way handshake, step 2: A sends `<SEQ=100><CTL=SYN>`; then A is in `SYN-SENT` and B in `LISTEN`.',
  ],
  ['statement/bare-ack-of-syn', /^False: /],
  ['numbers/listen.rcv-syn', /^The numbers of the segment\. In `LISTEN`/],
  ['no/fact', '`no/fact`'],
])('%s', (factId, words) => {
  if (typeof words === 'string') expect(factWords(en, factId)).toBe(words)
  else expect(factWords(en, factId)).toMatch(words)
})
