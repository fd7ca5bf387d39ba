import type { Timeout } from '../tcp/events'
import { type Side, sides } from '../tcp/peers/configuration'
import { type Profile, profiles } from '../tcp/profiles'
import { type ControlBit, controlBits, type Segment } from '../tcp/segment'
import { sequenceSpace } from '../tcp/sequence'
import {
  mostWishes,
  type OfferedCall,
  offeredCalls,
  type Scenario,
  type Start,
  sentOctets,
  starts,
  type Wish,
} from './wish'

// `1cr.Bp.Aa.d1.d2.d3`: the version, the start, the profile, then a few letters for each wish. Only letters, digits, `.`
// and `-` are used, which no chat and no address changes.

const version = '1'
const startLetters = { closed: 'c', established: 'e' } as const satisfies Record<Start, string>
const profileLetters = { rfc9293: 'r', 'rfc9293-no-5961': 'n', rfc793: 'o' } as const satisfies Record<Profile, string>
const callLetters = {
  'passive OPEN': 'p',
  'active OPEN': 'a',
  SEND: 's',
  RECEIVE: 'r',
  CLOSE: 'c',
  ABORT: 'x',
} as const satisfies Record<OfferedCall, string>
const otherCalls = offeredCalls.filter((name) => name !== 'SEND')
const timeoutLetters = { user: 'u', retransmission: 't', 'time-wait': 'w' } as const satisfies Record<Timeout, string>
const segmentLetters = { drop: 'l', duplicate: 'w', hold: 'h', release: 'g' } as const
const bitLetters = { SYN: 'S', FIN: 'F', RST: 'R', ACK: 'A', PSH: 'P', URG: 'U' } as const satisfies Record<
  ControlBit,
  string
>

/** A scenario in a few letters that go into an address. */
export function writeScenario({ start, profile, wishes }: Scenario): string {
  const head = `${version}${startLetters[start]}${profileLetters[profile]}`
  return [head, ...wishes.map(writeWish)].join('.')
}

function writeWish(wish: Wish): string {
  switch (wish.kind) {
    case 'call': {
      const len = wish.call === 'SEND' && wish.len !== sentOctets ? wish.len : ''
      return `${wish.side}${callLetters[wish.call]}${len}`
    }
    case 'timeout':
      return `${wish.side}${timeoutLetters[wish.timeout]}`
    case 'crash':
      return `${wish.side}z`
    case 'deliver':
      return `${wish.closing ? 'k' : 'd'}${wish.number}`
    case 'inject':
      return `i${wish.from}${writeSegment(wish.segment)}`
    case 'drop':
    case 'duplicate':
    case 'hold':
    case 'release':
      return `${segmentLetters[wish.kind]}${wish.number}`
  }
}

function writeSegment({ seq, ack, ctl, len }: Segment): string {
  const bits = controlBits.filter((bit) => ctl.includes(bit)).map((bit) => bitLetters[bit])
  return [`${bits.join('')}${seq}`, ack ?? '', len === 0 ? '' : len].join('-').replace(/-+$/, '')
}

/** Reads what `writeScenario` wrote; undefined where it is anything else. */
export function parseScenario(text: string): Scenario | undefined {
  const [head = '', ...parts] = text.split('.')
  const start = starts.find((name) => startLetters[name] === head[1])
  const profile = profiles.find((name) => profileLetters[name] === head[2])
  if (head.length !== 3 || head[0] !== version || start === undefined || profile === undefined) return undefined
  if (parts.length > mostWishes) return undefined
  const wishes = parts.map(parseWish).filter((wish) => wish !== undefined)
  return wishes.length === parts.length ? { start, profile, wishes } : undefined
}

function parseWish(text: string): Wish | undefined {
  const side = sides.find((name) => name === text[0])
  if (side !== undefined) return parseAtSide(side, text.slice(1))
  const injected = /^i([AB])([SFRAPU]+)(\d{1,10})(?:-(\d{0,10}))?(?:-(\d{1,5}))?$/.exec(text)
  if (injected !== null) return parseInjected(injected)
  const found = /^([dklwhg])([1-9]\d{0,4})$/.exec(text)
  if (found === null) return undefined
  const number = Number(found[2])
  if (found[1] === 'd' || found[1] === 'k') return { kind: 'deliver', number, closing: found[1] === 'k' }
  const kind = (['drop', 'duplicate', 'hold', 'release'] as const).find((name) => segmentLetters[name] === found[1])
  return kind === undefined ? undefined : { kind, number }
}

function parseAtSide(side: Side, letter: string): Wish | undefined {
  if (letter === 'z') return { kind: 'crash', side }
  const sends = /^s([1-9]\d{0,5})?$/.exec(letter)
  if (sends !== null) return { kind: 'call', side, call: 'SEND', len: Number(sends[1] ?? sentOctets) }
  const call = otherCalls.find((name) => callLetters[name] === letter)
  if (call !== undefined) return { kind: 'call', side, call }
  const timeout = (Object.keys(timeoutLetters) as Timeout[]).find((name) => timeoutLetters[name] === letter)
  return timeout === undefined ? undefined : { kind: 'timeout', side, timeout }
}

function parseInjected([, from, letters = '', seq = '', ack = '', len = '']: readonly string[]): Wish | undefined {
  const ctl = controlBits.filter((bit) => letters.includes(bitLetters[bit]))
  const segment: Segment = { seq: Number(seq), ack: ack === '' ? null : Number(ack), ctl, len: Number(len) }
  const isWhole = new Set(letters).size === letters.length && ctl.includes('ACK') === (segment.ack !== null)
  const inSpace = segment.seq < sequenceSpace && (segment.ack ?? 0) < sequenceSpace && segment.len <= 65_535
  return isWhole && inSpace ? { kind: 'inject', from: from === 'A' ? 'A' : 'B', segment } : undefined
}

/** The address, below the language, at which the simulator shows a scenario. */
export function simulatorHref(scenario: Scenario): string {
  return `/learn/simulator?s=${writeScenario(scenario)}`
}

/** The address at which a teacher asks what the last wish of a scenario did. */
export function askHref(scenario: Scenario): string {
  return `/teach/ask?s=${writeScenario(scenario)}`
}

/** The address at which a learner makes a card of it. */
export function cardHref(scenario: Scenario): string {
  return `/cards/write?s=${writeScenario(scenario)}`
}
