import type { Rule } from '../tcp/rules'
import { rulesOf } from '../tcp/rules'
import type { Topic } from './topics'

/**
 * The rules of the canon that a person should know. Left out: what is ambiguous (never asked), what cannot occur, and
 * repetitions that 3.10.7 itself does not tell apart (RST with or without ACK, SYN with or without ACK in the
 * synchronized states, the several kinds of segment that fail the same check).
 */
export const rulesWorthAsking: readonly Rule[] = rulesOf('rfc9293').filter(isWorthAsking)

function isWorthAsking(rule: Rule): boolean {
  if (rule.ambiguous !== null || rule.kind === 'cannot occur') return false
  if (rule.from === 'CLOSED' || rule.from === 'LISTEN' || rule.from === 'SYN-SENT') return isWorthAskingEarly(rule)
  switch (rule.on) {
    case 'STATUS':
    case 'passive OPEN':
    case 'active OPEN without a remote socket':
    case 'rcv RST,ACK':
    case 'rcv SYN,ACK':
      return false
    case 'rcv segment without ACK':
      return rule.from === 'ESTABLISHED'
    case 'rcv ACK':
      return !rule.when.includes('not acceptable') || rule.from === 'ESTABLISHED'
    case 'rcv text':
    case 'rcv FIN':
      return !rule.when.includes('acknowledges what was never sent')
    default:
      return true
  }
}

function isWorthAskingEarly(rule: Rule): boolean {
  if (rule.on === 'STATUS' || rule.on === 'rcv RST,ACK') return rule.from === 'SYN-SENT' && rule.on !== 'STATUS'
  const opens = rule.on === 'passive OPEN' || rule.on === 'active OPEN without a remote socket'
  return !(opens && rule.from === 'SYN-SENT')
}

/** The topic under which a rule is practised. */
export function topicOf(rule: Rule): Topic {
  const { from, to, on } = rule
  if (on === 'ABORT' || on.startsWith('rcv RST') || on === 'USER TIMEOUT' || rule.kind === 'answered by RST') {
    return 'abort and reset'
  }
  if (isAboutNumbers(rule)) return 'sequence numbers'
  if (from === 'TIME-WAIT' || (to === 'TIME-WAIT' && from !== 'CLOSING')) return 'TIME-WAIT and 2MSL'
  if (from === 'CLOSING' || to === 'CLOSING' || (from === 'SYN-SENT' && on === 'rcv SYN')) return 'simultaneous'
  if (from === 'CLOSE-WAIT' || from === 'LAST-ACK' || to === 'CLOSE-WAIT') return 'passive close'
  if (from === 'FIN-WAIT-1' || from === 'FIN-WAIT-2' || on === 'CLOSE') return 'active close'
  return from === 'ESTABLISHED' ? 'established' : 'open'
}

function isAboutNumbers({ when, kind }: Rule): boolean {
  const unacceptable = when.some((condition) => condition.startsWith('not acceptable'))
  return unacceptable || when.includes('acknowledges what was never sent') || kind === 'challenged by ACK'
}

/** How hard a rule is to know, from 1 to 3: what Figure 5 draws; what it leaves out; what only the text tells. */
export function levelOf(rule: Rule): 1 | 2 | 3 {
  if (rule.figure5) return 1
  return rule.kind === 'transition' || rule.kind === 'refused' ? 2 : 3
}
