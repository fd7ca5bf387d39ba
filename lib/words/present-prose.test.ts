import { describe, expect, it } from 'vitest'
import { locales } from '../i18n/routing'
import { loadSay } from '../i18n/say'
import type { Body, BodyOf } from '../items/item'
import { askAfterEvents } from '../items/kinds/after-events'
import { showOptions } from '../items/shown'
import { noTcb } from '../tcp/tcb'
import { presentFeedback } from './present-feedback'
import { presentItem } from './present-item'

const body: BodyOf<'prose'> = {
  kind: 'prose',
  title: 'Where does it go?',
  text: 'The user calls `CLOSE`.',
  options: ['text:a', 'text:b', 'text:c'],
  key: 'text:b',
  claim: 'CLOSE in ESTABLISHED leads to FIN-WAIT-1',
  why: 'Because **they** say so.',
}

const show = (asked: Body) =>
  ({ position: 0, topic: 'active close', level: 1, body: asked, options: showOptions(asked, 3) }) as const

describe.each(locales)("a teacher's own question, in words: %s", (locale) => {
  it('shows title, text and options, and neither key nor claim nor reason', async () => {
    const say = await loadSay(locale)
    const item = presentItem(say, show(body))
    expect(item).toMatchObject({ stem: body.title, control: 'choice', endpoint: null, sequence: null })
    expect(item.options.toSorted()).toEqual(['a', 'b', 'c'])
    const { options, ...rest } = item
    expect(JSON.stringify(rest)).not.toContain('they')
    expect(JSON.stringify(rest)).not.toContain('FIN-WAIT-1')
    expect(Object.keys(item.prose ?? {}).sort()).toEqual(['text', 'vouched'])
  })

  it.each([
    [body.claim, 'confirmed', true],
    ['2 MSL is four minutes', 'unchecked', false],
    ['', 'unchecked', false],
  ])('says who vouches for its key before and after the answer: %s', async (claim, kind, isProved) => {
    const say = await loadSay(locale)
    const asked = { ...body, claim }
    expect(presentItem(say, show(asked)).prose?.vouched).toBe(say(`item.prose.${kind}`))
    const told = presentFeedback(say, asked, showOptions(asked, 3), { form: 'choice', option: 'text:a' })
    expect(told).toMatchObject({ right: false, answer: ['b'] })
    expect(JSON.stringify(told.author)).toContain('they')
    expect(told.proof.length > 0).toBe(isProved)
    expect(told.rule.text === say('item.prose.unchecked')).toBe(!isProved)
  })

  it.each(['FIN-WAIT-1 + FIN → CLOSING', 'ESTABLISHED + SYN → CLOSED', 'ABORT in ESTABLISHED leads to TIME-WAIT'])(
    'says on what it depends: %s',
    async (claim) => {
      const say = await loadSay(locale)
      const { vouched } = presentItem(say, show({ ...body, claim })).prose ?? { vouched: '' }
      expect(vouched).not.toMatch(/item\.|machine\.|undefined/)
      expect(vouched).not.toBe(say('item.prose.unchecked'))
    },
  )

  it('several events are told one after the other, with what their numbers mean', async () => {
    const say = await loadSay(locale)
    const asked = askAfterEvents({
      tcb: noTcb,
      events: [
        { kind: 'call', call: 'OPEN', mode: 'active', remote: true },
        { kind: 'segment', segment: { seq: 300, ack: 301, ctl: ['SYN', 'ACK'], len: 0 } },
        { kind: 'call', call: 'CLOSE' },
      ],
    })
    const { endpoint } = presentItem(say, show(asked))
    expect(endpoint?.state).toBe('CLOSED')
    expect(endpoint?.later.map(({ segment }) => segment)).toEqual(['<SEQ=300><ACK=301><CTL=SYN,ACK>', null])
    expect(endpoint?.later[0]?.facts).toHaveLength(1)
  })
})
