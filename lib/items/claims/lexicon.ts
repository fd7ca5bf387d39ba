import type { Fact } from '../../tcp/conditions'
import type { EventName } from '../../tcp/events'
import { namesInTheWild } from '../../tcp/names'
import { type State, states } from '../../tcp/states'

/** What a claim can say is sent: the control bits of one segment as people write them, or nothing. */
export type SaidSent = 'SYN' | 'SYN,ACK' | 'ACK' | 'FIN' | 'FIN,ACK' | 'RST' | 'RST,ACK' | 'nothing'

/** What a word or a phrase stands for in a claim. */
export type Meaning =
  | { readonly kind: 'state'; readonly state: State }
  /** Events that the words may mean, and what they say of them besides. `sent`: what the same words mean after "sends". */
  | {
      readonly kind: 'event'
      readonly on: readonly EventName[]
      readonly facts: readonly Fact[]
      readonly sent: SaidSent | null
    }
  | { readonly kind: 'leads' }
  | { readonly kind: 'sends' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'not' }
  /** Words that change nothing in what is claimed. */
  | { readonly kind: 'filler' }

function event(on: readonly EventName[], sent: SaidSent | null = null, facts: readonly Fact[] = []): Meaning {
  return { kind: 'event', on, facts, sent }
}

const rst: readonly EventName[] = ['rcv RST', 'rcv RST,ACK']

/** Phrases of the protocol, told by their letters alone: spaces and signs between the words do not count. */
const events: readonly (readonly [Meaning, readonly string[]])[] = [
  [event(['rcv SYN,ACK'], 'SYN,ACK'), ['SYN,ACK', 'SYN ACK']],
  [event(['rcv SYN'], 'SYN'), ['SYN', 'SYN without ACK', '不带 ACK 的 SYN']],
  [event(['rcv ACK'], 'ACK'), ['ACK', 'ACK without text', '确认']],
  [
    event(['rcv ACK'], null, ['acknowledges our SYN']),
    [
      'ACK of SYN',
      'ACK of our SYN',
      'ACK of its SYN',
      'ACK of the SYN',
      'ACK for its SYN',
      '对 SYN 的 ACK',
      'SYN 的 ACK',
    ],
  ],
  [
    event(['rcv ACK'], null, ['acknowledges our FIN']),
    [
      'ACK of FIN',
      'ACK of our FIN',
      'ACK of its FIN',
      'ACK of the FIN',
      'ACK for its FIN',
      '对 FIN 的 ACK',
      'FIN 的 ACK',
    ],
  ],
  [event(['rcv FIN'], 'FIN'), ['FIN']],
  [event(['rcv FIN'], 'FIN,ACK'), ['FIN,ACK', 'FIN ACK']],
  [event(rst, 'RST'), ['RST', 'reset', '复位']],
  [event(['rcv RST'], null), ['RST without ACK', '不带 ACK 的 RST']],
  [event(['rcv RST,ACK'], 'RST,ACK'), ['RST,ACK', 'RST ACK']],
  [event(['rcv text']), ['text', 'segment with text', '带数据的报文段', '数据']],
  [event(['rcv segment without ACK']), ['segment without RST or SYN or ACK', '既无 RST SYN 也无 ACK 的报文段']],
  [event(['passive OPEN']), ['passive OPEN', 'OPEN (passive)', '被动 OPEN', '被动打开', 'OPEN（被动）']],
  [event(['active OPEN']), ['active OPEN', 'OPEN (active)', '主动 OPEN', '主动打开', 'OPEN（主动）']],
  [
    event(['active OPEN without a remote socket']),
    ['active OPEN without a remote socket', '主动 OPEN 未指定远端套接字'],
  ],
  [event(['passive OPEN', 'active OPEN']), ['OPEN']],
  [event(['SEND']), ['SEND']],
  [event(['RECEIVE']), ['RECEIVE']],
  [event(['CLOSE']), ['CLOSE']],
  [event(['ABORT']), ['ABORT']],
  [event(['STATUS']), ['STATUS']],
  [event(['USER TIMEOUT']), ['user timeout', '用户超时']],
  [event(['RETRANSMISSION TIMEOUT']), ['retransmission timeout', '重传超时']],
  [
    event(['TIME-WAIT TIMEOUT']),
    ['TIME-WAIT timeout', 'timeout = 2MSL', '2MSL timeout', '2 MSL', 'TIME-WAIT 超时', '2MSL 超时'],
  ],
]

const words: Readonly<Record<'leads' | 'sends' | 'nothing' | 'not' | 'filler', readonly string[]>> = {
  leads: [
    ...['lead to', 'leads to', 'go to', 'goes to', 'move to', 'moves to', 'change to', 'changes to', 'enter', 'enters'],
    ...['become', 'becomes', 'transition to', 'transitions to', 'return to', 'returns to', 'result in', 'results in'],
    ...['ends in', 'stay in', 'stays in', 'remain in', 'remains in', 'takes it to', 'stays', 'remains'],
    ...[
      '进入',
      '转到',
      '转入',
      '转为',
      '变为',
      '变成',
      '回到',
      '返回',
      '到达',
      '转换到',
      '迁移到',
      '停留在',
      '保持在',
      '留在',
      '到',
    ],
  ],
  sends: ['send', 'sends', 'sending', 'and sends', 'emits', '发送', '并发送', '发出', '回复'],
  nothing: ['nothing', '什么也不发送', '不发送任何报文段'],
  not: [
    'not',
    'does not',
    "doesn't",
    'do not',
    'never',
    'cannot',
    "can't",
    'will not',
    '不',
    '不会',
    '不能',
    '并不',
    '并不会',
    '无法',
  ],
  filler: [
    ...[
      'a',
      'an',
      'the',
      'in',
      'from',
      'on',
      'upon',
      'of',
      'at',
      'when',
      'if',
      'with',
      'by',
      'and',
      'it',
      'its',
      'this',
    ],
    ...['state', 'endpoint', 'connection', 'user', 'call', 'calls', 'called', 'expires', 'arrives', 'arriving', 'is'],
    ...['received', 'receives', 'receiving', 'receipt', 'rcv', 'gets', 'after', 'then', 'segment'],
    ...[
      '从',
      '在',
      '处于',
      '由',
      '收到',
      '接收到',
      '接收',
      '收',
      '时',
      '后',
      '之后',
      '以后',
      '就',
      '会',
      '则',
      '将',
      '便',
      '并',
      '它',
    ],
    ...[
      '端点',
      '连接',
      '用户',
      '调用',
      '状态',
      '中',
      '下',
      '的',
      '一个',
      '若',
      '如果',
      '当',
      '到期',
      '到来',
      '到达时',
      '报文段',
    ],
  ],
}

/** The calls are told from English words by their capitals: SEND is a call, "send" is not. */
const inCapitals = ['SEND', 'RECEIVE', 'CLOSE', 'ABORT', 'STATUS', 'OPEN'] as const

/** Letters, digits and nothing else, so that `SYN,ACK`, `SYN-ACK` and `syn ack` are one. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}']+/gu, '')
}

/** 关闭 is as often the call, 监听 the verb; the rest are states wherever they stand. */
const tooCommon: ReadonlySet<string> = new Set(['关闭', '监听', '已建立连接'])

function chineseNames(state: State): readonly string[] {
  const names: readonly string[] = namesInTheWild[state].chinese
  return names.filter((name) => !tooCommon.has(name))
}

const entries: readonly (readonly [string, Meaning])[] = [
  ...states.map((state): readonly [string, Meaning] => [letters(state), { kind: 'state', state }]),
  ...states.flatMap((state) =>
    chineseNames(state).map((name): readonly [string, Meaning] => [letters(name), { kind: 'state', state }]),
  ),
  ...Object.entries(words).flatMap(([kind, phrases]) =>
    phrases.map((phrase): readonly [string, Meaning] => [letters(phrase), { kind: kind as keyof typeof words }]),
  ),
  ...events.flatMap(([meaning, phrases]) =>
    phrases.map((phrase): readonly [string, Meaning] => [letters(phrase), meaning]),
  ),
]

const byLetters: ReadonlyMap<string, Meaning> = new Map(entries)

/** What a phrase stands for; undefined where it is none of those that claims are read by. */
export function findMeaning(phrase: string): Meaning | undefined {
  const folded = letters(phrase)
  const call = inCapitals.find((name) => name === folded)
  if (call !== undefined && phrase !== call) return call === 'SEND' ? { kind: 'sends' } : undefined
  return byLetters.get(folded)
}

/** The length in letters of the longest Chinese phrase. */
export const longestChinese = Math.max(
  ...[...byLetters.keys()].filter((key) => /\p{Script=Han}/u.test(key)).map((key) => key.length),
)
