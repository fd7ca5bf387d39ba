import { describe, expect, it } from 'vitest'
import { namesInTheWild, notAStateReasons, notStates, readStateName, writers } from './names'
import { type State, states } from './states'

/** The survey of names, cell by cell: ss; netstat of Linux; its kernel; BSD; Windows; Microsoft's APIs; SNMP; others. */
const survey: readonly (readonly [State, ...(readonly string[])[]])[] = [
  [
    'CLOSED',
    ['UNCONN', 'closed'],
    ['CLOSE'],
    ['TCP_CLOSE'],
    ['CLOSED'],
    ['CLOSED'],
    ['MIB_TCP_STATE_CLOSED', 'TCPSTATE_CLOSED', 'Closed'],
    ['closed(1)'],
    ['CLOSE', 'UNCONNECTED', 'eCLOSED', '关闭', '已关闭'],
  ],
  [
    'LISTEN',
    ['LISTEN', 'listening'],
    ['LISTEN', 'LISTENING'],
    ['TCP_LISTEN'],
    ['LISTEN'],
    ['LISTENING'],
    ['MIB_TCP_STATE_LISTEN', 'Listen'],
    ['listen(2)'],
    ['LISTENING', '监听', '侦听'],
  ],
  [
    'SYN-SENT',
    ['SYN-SENT'],
    ['SYN_SENT'],
    ['TCP_SYN_SENT'],
    ['SYN_SENT'],
    ['SYN_SENT'],
    ['MIB_TCP_STATE_SYN_SENT', 'SynSent'],
    ['synSent(3)'],
    ['SYN_SEND', 'SYN SENT', 'SYNSENT', 'SYN_SENT2', '同步已发送'],
  ],
  [
    'SYN-RECEIVED',
    ['SYN-RECV', 'syn-rcv'],
    ['SYN_RECV'],
    ['TCP_SYN_RECV'],
    ['SYN_RCVD'],
    ['SYN_RECEIVED'],
    ['MIB_TCP_STATE_SYN_RCVD', 'SynReceived'],
    ['synReceived(4)'],
    ['SYN RCVD', 'SYN-RCVD', 'SYN_RCV', 'SYNRECV', 'SYN_RCDV', '同步已接收'],
  ],
  [
    'ESTABLISHED',
    ['ESTAB'],
    ['ESTABLISHED'],
    ['TCP_ESTABLISHED'],
    ['ESTABLISHED'],
    ['ESTABLISHED'],
    ['MIB_TCP_STATE_ESTAB', 'Established'],
    ['established(5)'],
    ['ESTAB', 'EST', '已建立'],
  ],
  [
    'FIN-WAIT-1',
    ['FIN-WAIT-1'],
    ['FIN_WAIT1'],
    ['TCP_FIN_WAIT1'],
    ['FIN_WAIT_1'],
    ['FIN_WAIT_1'],
    ['MIB_TCP_STATE_FIN_WAIT1', 'FinWait1'],
    ['finWait1(6)'],
    ['FIN WAIT-1', 'FIN-WAIT1', 'FINWAIT1', 'FIN WAIT 1'],
  ],
  [
    'FIN-WAIT-2',
    ['FIN-WAIT-2'],
    ['FIN_WAIT2'],
    ['TCP_FIN_WAIT2'],
    ['FIN_WAIT_2'],
    ['FIN_WAIT_2'],
    ['MIB_TCP_STATE_FIN_WAIT2', 'FinWait2'],
    ['finWait2(7)'],
    ['FINWAIT-2', 'FIN-WAIT2'],
  ],
  [
    'CLOSE-WAIT',
    ['CLOSE-WAIT'],
    ['CLOSE_WAIT'],
    ['TCP_CLOSE_WAIT'],
    ['CLOSE_WAIT'],
    ['CLOSE_WAIT'],
    ['MIB_TCP_STATE_CLOSE_WAIT', 'CloseWait'],
    ['closeWait(8)'],
    ['CLOSE WAIT', 'CLOSEWAIT', '关闭等待'],
  ],
  [
    'CLOSING',
    ['CLOSING'],
    ['CLOSING'],
    ['TCP_CLOSING'],
    ['CLOSING'],
    ['CLOSING'],
    ['MIB_TCP_STATE_CLOSING', 'Closing'],
    ['closing(10)'],
    ['正在关闭'],
  ],
  [
    'LAST-ACK',
    ['LAST-ACK'],
    ['LAST_ACK'],
    ['TCP_LAST_ACK'],
    ['LAST_ACK'],
    ['LAST_ACK'],
    ['MIB_TCP_STATE_LAST_ACK', 'LastAck'],
    ['lastAck(9)'],
    ['LASTACK', '最后确认'],
  ],
  [
    'TIME-WAIT',
    ['TIME-WAIT'],
    ['TIME_WAIT'],
    ['TCP_TIME_WAIT'],
    ['TIME_WAIT'],
    ['TIME_WAIT', 'TIMED_WAIT'],
    ['MIB_TCP_STATE_TIME_WAIT', 'TimeWait'],
    ['timeWait(11)'],
    ['TIMEWAIT', 'TIMED WAIT', '时间等待', '2MSL wait'],
  ],
]

const surveyed = survey.flatMap(([state, ...cells]) => cells.flat().map((name) => [name, state] as const))

describe('reading the name of a state', () => {
  it.each(surveyed)('"%s" is %s', (name, state) => {
    expect(readStateName(name)).toMatchObject({ kind: 'state', state })
  })

  it.each(states.flatMap((state) => writers.flatMap((writer) => namesInTheWild[state][writer].map((n) => [n, state]))))(
    '"%s", as it is met, is %s',
    (name, state) => {
      expect(readStateName(name)).toMatchObject({ kind: 'state', state })
    },
  )

  it.each(states)('reads %s in any case, with any separator and in full width, as the RFC name', (state) => {
    const wide = [...state].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('')
    const spellings = [
      state,
      state.toLowerCase(),
      ` ${state} `,
      ...[' ', '_', '', '.', '–', '－', '　', ' - '].map((separator) => state.replaceAll('-', separator)),
      wide,
      wide.toLowerCase(),
      `\`${state}\``,
      `“${state}”`,
      `${state} state`,
      `${state}状态`,
      `${state} 状态`,
    ]
    for (const spelling of spellings) {
      expect(readStateName(spelling), spelling).toEqual({ kind: 'state', state, alias: null })
    }
  })

  it.each([
    ['SYN_SEND', 'SYN-SENT'],
    ['SYN_RCVD', 'SYN-RECEIVED'],
    ['ｓｙｎ＿ｒｃｖｄ', 'SYN-RECEIVED'],
    ['Syn.Recv', 'SYN-RECEIVED'],
    ['SYN_REVD', 'SYN-RECEIVED'],
    ['establised', 'ESTABLISHED'],
    ['CLOSE', 'CLOSED'],
    ['TIMED_WAIT', 'TIME-WAIT'],
    ['终止等待 1', 'FIN-WAIT-1'],
    ['终止等待２状态', 'FIN-WAIT-2'],
    ['时间等待状态', 'TIME-WAIT'],
  ] as const)('names "%s" as another word for %s', (text, state) => {
    expect(readStateName(text)).toEqual({ kind: 'state', state, alias: text })
  })

  it('gives back what was written without the spaces around it', () => {
    expect(readStateName('  SYN_RCVD ')).toEqual({ kind: 'state', state: 'SYN-RECEIVED', alias: 'SYN_RCVD' })
  })

  it('reads the name of an SNMP walk and never its number', () => {
    expect(readStateName('lastAck(9)')).toMatchObject({ state: 'LAST-ACK' })
    expect(readStateName('closing(10)')).toMatchObject({ state: 'CLOSING' })
    for (const number of ['9', '10', '11', '09', '(9)']) expect(readStateName(number)).toEqual({ kind: 'unknown' })
  })

  it('reads a name behind its type or its protocol', () => {
    expect(readStateName('TcpState.FinWait2')).toMatchObject({ state: 'FIN-WAIT-2' })
    expect(readStateName('TCP SYN_REVD')).toMatchObject({ state: 'SYN-RECEIVED' })
    expect(readStateName('tcp.fin_wait')).toMatchObject({ why: 'two states' })
  })

  it.each([
    '',
    ' ',
    '-',
    '*',
    'SYN',
    'ACK',
    'FIN',
    'RST',
    'WAIT',
    'state',
    '状态',
    'TCP',
    'OPEN',
    'ABORT',
    'FIN-WAIT-3',
  ])('does not know "%s"', (text) => {
    expect(readStateName(text)).toEqual({ kind: 'unknown' })
  })
})

describe('names that look like states', () => {
  it.each([
    ['UNKNOWN', 'not known'],
    ['Unknown', 'not known'],
    ['BOUND', 'no connection yet'],
    ['Bound', 'no connection yet'],
    ['TCP_BOUND_INACTIVE', 'no connection yet'],
    ['IDLE', 'no connection yet'],
    ['INITIAL', 'no connection yet'],
    ['NEW_SYN_RECV', 'request socket'],
    ['TCP_NEW_SYN_RECV', 'request socket'],
    ['DELETE_TCB', 'command'],
    ['DeleteTcb', 'command'],
    ['MIB_TCP_STATE_DELETE_TCB', 'command'],
    ['deleteTCB(12)', 'command'],
    ['CONNECTING', 'other sockets'],
    ['CONNECTED', 'other sockets'],
    ['ERROR', 'failure'],
    ['SYN-SENT*', 'starred'],
    ['SYN-RECEIVED*', 'starred'],
    ['SYN_RCVD＊', 'starred'],
    ['NONE', 'connection tracking'],
    ['IGNORE', 'connection tracking'],
    ['RETRANS', 'connection tracking'],
    ['UNACK', 'connection tracking'],
    ['tcp.completeness', 'capture'],
    ['FIN_WAIT', 'two states'],
    ['fin wait', 'two states'],
    ['FINWAIT state', 'two states'],
    ['终止等待', 'two states'],
    ['half-open', 'both ends'],
    ['半关闭状态', 'both ends'],
  ] as const)('refuses "%s": %s', (name, why) => {
    expect(readStateName(name)).toEqual({ kind: 'not a state', name, why })
  })

  it('are refused with their reason, all of them', () => {
    for (const why of notAStateReasons) {
      for (const name of notStates[why]) expect(readStateName(name)).toEqual({ kind: 'not a state', name, why })
    }
  })
})

describe('the data of the names', () => {
  it('gives no spelling to two states, or to a state and a refusal', () => {
    const plain = (name: string) => name.toUpperCase().replace(/[^A-Z0-9\p{L}]/gu, '')
    const owners = [
      ...states.flatMap((state) =>
        Object.values(namesInTheWild[state])
          .flat()
          .map((name) => [plain(name), state] as const),
      ),
      ...notAStateReasons.flatMap((why) => notStates[why].map((name) => [plain(name), why] as const)),
    ]
    const byName = new Map<string, Set<string>>()
    for (const [name, owner] of owners) byName.set(name, (byName.get(name) ?? new Set()).add(owner))
    expect([...byName].filter(([, owner]) => owner.size > 1)).toEqual([])
  })

  it('leaves a writer without a name only where it has none', () => {
    const missing = writers.flatMap((writer) =>
      states.filter((state) => namesInTheWild[state][writer].length === 0).map((state) => `${writer} ${state}`),
    )
    expect(missing).toEqual([
      'conntrack LISTEN',
      'conntrack FIN-WAIT-1',
      'conntrack FIN-WAIT-2',
      'conntrack CLOSING',
      'elsewhere LISTEN',
      'elsewhere CLOSING',
    ])
  })
})
