import { describe, expect, it } from 'vitest'
import { loadSay } from '@/lib/i18n/say'
import type { Timeline } from '@/lib/tcp/peers/timeline'
import { rowSentences } from './row-sentences'
import { timelineTexts } from './texts'

const syn = { seq: 100, ack: null, ctl: ['SYN'], len: 0 } as const

const drawn: Timeline = {
  rows: 5,
  arrows: [
    { number: 1, from: 'A', segment: syn, leaves: 1, ends: { how: 'lost', row: 2 }, origin: 'sent' },
    { number: 2, from: 'A', segment: syn, leaves: 3, ends: { how: 'arrives', row: 3 }, origin: 'sent' },
    { number: 3, from: 'A', segment: syn, leaves: 4, ends: null, origin: 'old' },
  ],
  stays: [
    { side: 'A', row: 0, states: ['CLOSED'] },
    { side: 'B', row: 0, states: ['LISTEN'] },
    { side: 'A', row: 1, states: ['SYN-SENT'] },
    { side: 'B', row: 3, states: ['LISTEN', 'SYN-RECEIVED'] },
  ],
  notes: [
    { side: 'A', row: 1, what: 'call', name: 'active OPEN' },
    { side: 'B', row: 4, what: 'crash', name: '' },
  ],
}

const names = { A: '10.0.0.1', B: '10.0.0.2' }

describe('a sequence diagram in words', () => {
  it('says of each row what happens in it', async () => {
    const texts = timelineTexts(await loadSay('en'))
    expect(rowSentences(drawn, { texts, names, remarks: { 2: 'again' } }).map(({ text }) => text)).toEqual([
      'At first 10.0.0.1 is in `CLOSED`, 10.0.0.2 in `LISTEN`.',
      'The user of 10.0.0.1 calls `active OPEN`. 10.0.0.1 sends segment 1: `<SEQ=100><CTL=SYN>`. 10.0.0.1 is in `SYN-SENT` now.',
      'Segment 1 is lost on its way to 10.0.0.2.',
      '10.0.0.1 sends segment 2, which reaches 10.0.0.2: `<SEQ=100><CTL=SYN>`. (again) 10.0.0.2 can be in `LISTEN` or `SYN-RECEIVED` now.',
      '10.0.0.2 crashes and reboots: its TCB is gone. Segment 3 turns up, left behind by an older connection of 10.0.0.1: `<SEQ=100><CTL=SYN>`.',
    ])
  })

  it('leaves no place open, in either language', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const texts = timelineTexts(await loadSay(locale))
      for (const { text } of rowSentences(drawn, { texts, names })) expect(text).not.toMatch(/[{}]|timeline\./)
    }
  })
})
