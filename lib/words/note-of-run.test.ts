import { describe, expect, it } from 'vitest'
import { loadSay } from '../i18n/say'
import { exemplify } from '../items/exemplify'
import { runOf } from '../items/explanation'
import { rulesWorthAsking } from '../items/worth-asking'
import { noteOfRun } from './note-of-run'
import { verdictsOn } from './present-note'

const runs = rulesWorthAsking.map((rule) => ({ rule, run: runOf(exemplify(rule)) }))

describe('what happened at an endpoint as a card', () => {
  it('has the situation in front, and what follows behind', async () => {
    const { run } = runs.find(({ rule }) => rule.id === 'syn-sent.rcv-syn-ack.acknowledges-our-syn') ?? {}
    expect(run && noteOfRun(await loadSay('en'), run)).toEqual({
      front: [
        'An endpoint is in `SYN-SENT`, and a `SYN,ACK` arrives. Which state follows, and what is sent?',
        '',
        '- the segment acknowledges our `SYN`',
        '- `<SEQ=300><ACK=101><CTL=SYN,ACK>`',
        '- `ISS=100`, `SND.UNA=100`, `SND.NXT=101`',
      ].join('\n'),
      back: [
        '`SYN-SENT` + rcv SYN,ACK → `ESTABLISHED`, sends `ACK`',
        '',
        '- Sent: `<SEQ=101><ACK=301><CTL=ACK>`',
        '- Because the segment acknowledges our `SYN`: RFC 9293, 3.10.7.3 fourth',
      ].join('\n'),
    })
  })

  // What the lexicon of claims has no words for is left to the reader.
  const unread = ['rcv segment without ACK', 'active OPEN without a remote socket']

  it.each(['en', 'zh-CN'] as const)(
    'says of every rule what the machine reads and does not deny: %s',
    async (locale) => {
      const say = await loadSay(locale)
      const odd = runs.flatMap(({ rule, run }) => {
        const note = noteOfRun(say, run)
        const verdicts = note === null ? [] : verdictsOn(say, note)
        const isSound = verdicts.length > 0 && verdicts.every(({ kind }) => kind !== 'fails')
        return isSound || unread.includes(rule.on) ? [] : [`${rule.id}: ${note?.back.split('\n')[0]}`]
      })
      expect(odd).toEqual([])
    },
  )
})
