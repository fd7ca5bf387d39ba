import { describe, expect, it } from 'vitest'
import { type EventName, eventNames } from '../../tcp/events'
import { namesInTheWild } from '../../tcp/names'
import { profiles } from '../../tcp/profiles'
import { type Rule, rulesOf } from '../../tcp/rules'
import { type State, states } from '../../tcp/states'
import { judgeClaim } from './judge-claim'
import { readClaims } from './read-claims'

/** What is said of each claim in a text; of no claim nothing. */
function verdictsOn(text: string): readonly string[] {
  return readClaims(text).map((claim) => judgeClaim(claim).kind)
}

describe('a sentence that states something about the machine', () => {
  it.each([
    'SYN-SENT + SYN,ACK → ESTABLISHED',
    'SYN-SENT + SYN/ACK -> ESTABLISHED, sends ACK.',
    'SYN_SENT --SYN+ACK--> ESTABLISHED',
    'In LISTEN, a SYN leads to SYN-RECEIVED',
    'In `LISTEN`, a `SYN` leads to `SYN_RCVD` and sends a `SYN,ACK`.',
    '- When a SYN arrives in LISTEN, the endpoint enters SYN-RECEIVED.',
    'CLOSE in ESTABLISHED sends FIN and goes to FIN-WAIT-1',
    'ESTABLISHED → FIN-WAIT-1: CLOSE / FIN',
    'CLOSE-WAIT -> LAST-ACK on CLOSE',
    '**TIME-WAIT timeout** in TIME-WAIT leads to CLOSED!',
    'After 2 MSL, TIME-WAIT goes to CLOSED',
    'FIN_WAIT1 + ACK of FIN → FIN_WAIT2',
    'In FIN-WAIT-2 an ACK stays in FIN-WAIT-2',
    'CLOSED, passive OPEN → LISTEN, sends nothing',
    'SYN received in LISTEN leads to SYN-RECEIVED',
    'In LISTENING, a SYN goes to synReceived',
    'In LISTEN, a SYN does not lead to ESTABLISHED',
    "A FIN in FIN-WAIT-2 doesn't go to CLOSING",
    '在 LISTEN 收到 SYN，进入 SYN-RECEIVED，并发送 SYN,ACK。',
    '从 SYN-SENT 收到 SYN,ACK 后进入 ESTABLISHED',
    '用户在 ESTABLISHED 中调用 CLOSE，发送 FIN 并进入 FIN-WAIT-1',
    '在 CLOSED 中主动打开，进入 SYN-SENT',
    '在时间等待状态收到 FIN 不会进入 CLOSED',
    '最后确认收到对 FIN 的 ACK 后转到 CLOSED',
    'TIME-WAIT 2MSL 超时 → CLOSED',
  ])('holds: %s', (text) => {
    expect(verdictsOn(text)).toEqual(['holds'])
  })

  it.each([
    'In LISTEN, a SYN leads to ESTABLISHED',
    'SYN-SENT + SYN → ESTABLISHED',
    'CLOSE in ESTABLISHED sends FIN and goes to FIN-WAIT-2',
    'CLOSE in ESTABLISHED sends RST and goes to FIN-WAIT-1',
    'ESTABLISHED + FIN → TIME-WAIT',
    'FIN-WAIT-1 + ACK of FIN → TIME-WAIT',
    'CLOSE in CLOSE-WAIT leads to FIN-WAIT-1',
    'In CLOSED, a passive OPEN does not lead to LISTEN',
    'The state CLOSE_WAIT, a FIN goes to LAST_ACK',
    '在 ESTABLISHED 收到 FIN 后进入 FIN-WAIT-1',
    '在 LISTEN 收到 SYN 进入 ESTABLISHED',
    'CLOSED 被动打开 不会进入 LISTEN',
  ])('does not hold: %s', (text) => {
    expect(verdictsOn(text)).toEqual(['fails'])
  })

  it.each([
    // On what the FIN acknowledges, on how the connection was opened, on what is queued.
    'FIN-WAIT-1 + FIN → CLOSING',
    '从 FIN-WAIT-1 收到 FIN 进入 CLOSING',
    'FIN-WAIT-1 + FIN → TIME-WAIT',
    'FIN-WAIT-1 + FIN,ACK → TIME-WAIT',
    'SYN-RECEIVED + RST → LISTEN',
    'SYN-RECEIVED + RST → CLOSED',
    'OPEN in CLOSED leads to LISTEN',
    'SYN-SENT + SYN,ACK does not lead to ESTABLISHED',
    // On a place where the RFC leaves a choice.
    'ABORT in ESTABLISHED leads to TIME-WAIT',
    'ESTABLISHED + ABORT → CLOSED',
    'CLOSE-WAIT + CLOSE → CLOSING',
    'SYN in TIME-WAIT leads to SYN-RECEIVED',
    'LISTEN + user timeout → LISTEN',
    // On another reading of TCP: without RFC 5961 a SYN in the window resets.
    'ESTABLISHED + SYN → CLOSED',
  ])('depends: %s', (text) => {
    expect(verdictsOn(text)).toEqual(['depends'])
  })

  it.each([
    'What does a SYN in LISTEN lead to?',
    'Does a SYN in LISTEN lead to ESTABLISHED?',
    'In LISTEN, a SYN leads to ESTABLISHED?',
    '在 LISTEN 收到 SYN 会进入 ESTABLISHED 吗？',
    '在 LISTEN 收到 SYN 是否进入 ESTABLISHED',
    'It is wrong that a SYN in LISTEN leads to ESTABLISHED',
    'A SYN in LISTEN may lead to ESTABLISHED',
    'In LISTEN, a SYN eventually leads to ESTABLISHED',
    'In LISTEN, a SYN leads to SYN-RECEIVED and then to ESTABLISHED',
    'LISTEN → SYN-RECEIVED → ESTABLISHED',
    'When the client in ESTABLISHED calls CLOSE, the server goes to CLOSE-WAIT',
    'The peer goes to CLOSE-WAIT',
    'ESTABLISHED is reached from SYN-SENT by SYN,ACK',
    'In ESTABLISHED, sends FIN, receives ACK, goes to FIN-WAIT-2',
    'In FIN-WAIT-1, a FIN and an ACK lead to TIME-WAIT',
    'In ESTABLISHED a segment not acknowledged leads to CLOSED',
    'After closing, the connection is established',
    'Close the connection, then it enters CLOSED',
    'After closing, a FIN leads to CLOSE-WAIT',
    'When closed, a SYN leads to SYN-RECEIVED',
    'Once established, a FIN goes to TIME-WAIT',
    'In CLOSE-WAIT the last ack leads to CLOSED',
    'A FIN in ESTABLISHED leads to FIN_WAIT',
    'In ESTABLISHED, unless data is queued, CLOSE goes to FIN-WAIT-1',
    '连接关闭后进入 CLOSED',
    '最终从 LISTEN 收到 SYN 进入 ESTABLISHED',
    '对端在 ESTABLISHED 收到 FIN 进入 CLOSE-WAIT',
    '2 MSL is four minutes.',
    '',
  ])('nothing is said of what is no claim, or not understood for certain: %s', (text) => {
    expect(verdictsOn(text)).toEqual([])
  })

  it('is found among others, each in its place', () => {
    const text = 'The handshake:\n1. CLOSED + active OPEN → SYN-SENT\n2. SYN-SENT + SYN,ACK → LISTEN. It is short.\n'
    expect(readClaims(text).map((claim) => claim.text)).toEqual([
      'CLOSED + active OPEN → SYN-SENT',
      'SYN-SENT + SYN,ACK → LISTEN.',
    ])
    expect(verdictsOn(text)).toEqual(['holds', 'fails'])
  })
})

/** How an event is said in a claim, in each language. */
const said = {
  'passive OPEN': ['a passive OPEN', '被动打开'],
  'active OPEN': ['an active OPEN', '主动打开'],
  'active OPEN without a remote socket': ['an active OPEN without a remote socket', '主动 OPEN 未指定远端套接字'],
  SEND: ['a SEND', '调用 SEND'],
  RECEIVE: ['a RECEIVE', '调用 RECEIVE'],
  CLOSE: ['a CLOSE', '调用 CLOSE'],
  ABORT: ['an ABORT', '调用 ABORT'],
  STATUS: ['a STATUS', '调用 STATUS'],
  'rcv RST': ['a RST without ACK', '收到不带 ACK 的 RST'],
  'rcv RST,ACK': ['a RST,ACK', '收到 RST,ACK'],
  'rcv SYN': ['a SYN', '收到 SYN'],
  'rcv SYN,ACK': ['a SYN,ACK', '收到 SYN,ACK'],
  'rcv ACK': ['an ACK', '收到 ACK'],
  'rcv text': ['a segment with text', '收到带数据的报文段'],
  'rcv FIN': ['a FIN', '收到 FIN'],
  'rcv segment without ACK': ['a segment without RST or SYN or ACK', '收到既无 RST SYN 也无 ACK 的报文段'],
  'USER TIMEOUT': ['the user timeout', '用户超时'],
  'RETRANSMISSION TIMEOUT': ['the retransmission timeout', '重传超时'],
  'TIME-WAIT TIMEOUT': ['the TIME-WAIT timeout', 'TIME-WAIT 超时'],
} as const satisfies Record<EventName, readonly [string, string]>

function spelt({ from, on }: Pick<Rule, 'from' | 'on'>, to: State): readonly string[] {
  const [english, chinese] = said[on]
  return [`In ${from}, ${english} leads to ${to}.`, `在 ${from} 中，${chinese}，进入 ${to}。`]
}

const canon = rulesOf('rfc9293').filter(({ kind }) => kind !== 'cannot occur')
const cells = states.flatMap((from) => eventNames.map((on) => ({ from, on })))
const everyReading = profiles.flatMap((profile) => rulesOf(profile))

describe('every rule of the machine, spelt as a claim', () => {
  it('is read, and never said to fail; it holds where nothing else can come of the event', () => {
    const wrong: string[] = []
    for (const rule of canon) {
      const outcomes = canon.filter(({ from, on }) => from === rule.from && on === rule.on)
      const alone = outcomes.every(({ to, ambiguous }) => to === rule.to && ambiguous === null)
      for (const text of spelt(rule, rule.to)) {
        const verdicts = verdictsOn(text)
        const isRight = verdicts[0] === 'holds' || (verdicts[0] === 'depends' && !alone)
        if (verdicts.length !== 1 || !isRight) wrong.push(`${text} ${verdicts.join()}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('fails with every other state, but for those that a choice of the RFC or another reading leads to', () => {
    const wrong: string[] = []
    let failed = 0
    for (const { from, on } of cells) {
      const reached = everyReading.filter((rule) => rule.from === from && rule.on === on)
      if (reached.every(({ kind }) => kind === 'cannot occur')) continue
      const isOpen = reached.some(({ ambiguous }) => ambiguous !== null)
      for (const to of states.filter((state) => reached.every((rule) => rule.to !== state)))
        for (const text of spelt({ from, on }, to)) {
          const [verdict] = verdictsOn(text)
          if (verdict === 'fails') failed += 1
          else if (verdict !== 'depends' || !isOpen) wrong.push(`${text} ${verdict}`)
        }
    }
    expect(wrong).toEqual([])
    // The choices must not swallow the rest.
    expect(failed).toBeGreaterThan(3000)
  })

  it('holds in whatever spelling of the states is unmistakable', () => {
    for (const state of states)
      for (const name of [...namesInTheWild[state].ss, ...namesInTheWild[state].windows]) {
        const [claim] = readClaims(`LISTEN + SYN → ${name.toUpperCase()}`)
        expect([name, claim?.to]).toEqual([name, state])
      }
  })
})
