import { describe, expect, it } from 'vitest'
import { formatSegment } from '@/lib/tcp/segment'
import { readTcpdump } from './read-tcpdump'

const told = (text: string) =>
  readTcpdump(text)?.segments.map(({ from, to, segment }) => `${from} ${to} ${formatSegment(segment)}`)

const relative = `
tcpdump: verbose output suppressed, use -v
12:00:00.000001 IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [S], seq 1000, win 65495, options [mss 65495,sackOK,TS val 1 ecr 0,nop,wscale 7], length 0
12:00:00.000002 IP 10.0.0.2.80 > 10.0.0.1.40001: Flags [S.], seq 9000, ack 1001, win 65483, options [mss 65495,nop,wscale 7], length 0
12:00:00.000003 IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [.], ack 1, win 512, length 0
12:00:00.000004 IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [P.], seq 1:151, ack 1, win 512, length 150: HTTP
12:00:00.000005 IP 10.0.0.2.80 > 10.0.0.1.40001: Flags [.], ack 151, win 511, length 0
12:00:00.000006 IP 10.0.0.2.80 > 10.0.0.1.40001: Flags [F.], seq 1, ack 151, win 511, length 0
`

const a = '10.0.0.1:40001 10.0.0.2:80'
const b = '10.0.0.2:80 10.0.0.1:40001'

describe('readTcpdump', () => {
  it('relative numbers become absolute', () => {
    expect(told(relative)).toEqual([
      `${a} <SEQ=1000><CTL=SYN>`,
      `${b} <SEQ=9000><ACK=1001><CTL=SYN,ACK>`,
      `${a} <SEQ=1001><ACK=9001><CTL=ACK>`,
      `${a} <SEQ=1001><ACK=9001><DATA=150><CTL=ACK,PSH>`,
      `${b} <SEQ=9001><ACK=1151><CTL=ACK>`,
      `${b} <SEQ=9001><ACK=1151><CTL=FIN,ACK>`,
    ])
    expect(readTcpdump(relative)).toMatchObject({ lines: 7, skipped: 1, segments: { 0: { window: 65_495, scale: 7 } } })
  })

  it.each([
    [
      'with -S',
      '1 IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [P.], seq 3000000001:3000000011, ack 9001, win 5, length 10',
      `${a} <SEQ=3000000001><ACK=9001><DATA=10><CTL=ACK,PSH>`,
    ],
    [
      'with -e',
      '1 00:00:00:00:00:00 > 00:00:00:00:00:01, ethertype IPv4 (0x0800), length 74: 10.0.0.1.40001 > 10.0.0.2.80: Flags [S], seq 7, win 5, length 0',
      `${a} <SEQ=7><CTL=SYN>`,
    ],
    [
      'with -v, on a line of its own',
      '    10.0.0.1.40001 > 10.0.0.2.80: Flags [S], cksum 0xfe30 (incorrect -> 0x1), seq 7, win 5, length 0',
      `${a} <SEQ=7><CTL=SYN>`,
    ],
    [
      'with names',
      '1 IP client.40001 > web.example.http: Flags [R], seq 7, win 0, length 0',
      'client:40001 web.example:http <SEQ=7><CTL=RST>',
    ],
    ['IPv6', '1 IP6 ::1.40001 > ::2.80: Flags [S], seq 7, win 5, length 0', '[::1]:40001 [::2]:80 <SEQ=7><CTL=SYN>'],
    [
      'with ECN bits',
      '1 IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [SEW], seq 7, win 5, length 0',
      `${a} <SEQ=7><CTL=SYN>`,
    ],
  ])('%s', (_, line, expected) => {
    expect(told(line)).toEqual([expected])
  })

  it.each(['', 'hello', '1 ARP, Request who-has 10.0.0.1', `${'x'.repeat(5000)}: Flags [S]`])('%j is none', (text) => {
    expect(readTcpdump(text)).toBeUndefined()
  })
})
