import type { Fact } from '../../tcp/conditions'
import type { EventName } from '../../tcp/events'
import { readStateName } from '../../tcp/names'
import type { State } from '../../tcp/states'
import { findMeaning, longestChinese, type Meaning, type SaidSent } from './lexicon'

/** What a sentence says about the machine: in this state, on this event, that state follows, and this is sent. */
export type Claim = {
  /** The sentence as it stands. */
  readonly text: string
  readonly from: State
  /** The events that the words may mean, and what is said of them besides. */
  readonly on: readonly EventName[]
  readonly facts: readonly Fact[]
  readonly to: State
  /** What is said to be sent; null where nothing is said of it. */
  readonly sends: SaidSent | null
  /** The sentence says that it is not so. */
  readonly denied: boolean
}

/**
 * The claims in a text, in its order. A sentence is read only where every word of it is understood: one word more, a second
 * event, a third state, a question, and nothing is claimed. Better to miss a claim than to take one for another.
 */
export function readClaims(text: string): readonly Claim[] {
  return sentencesOf(text).flatMap((sentence) => {
    const claim = readClaim(sentence)
    return claim === null ? [] : [claim]
  })
}

/** Lines, and sentences within them; of Markdown the signs in front of a line are taken off. A full stop ends one only before a space. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n|(?<=[。！？；!?;])|(?<=\.)(?=\s|$)/u)
    .map((part) => part.trim().replace(/^(?:[-*+>]\s+|#{1,6}\s+|\d+[.)]\s+)+/, ''))
    .filter((part) => part !== '')
}

function readClaim(sentence: string): Claim | null {
  if (/[?？]/.test(sentence)) return null
  const meanings = meaningsIn(sentence)
  return meanings === null ? null : claimIn(sentence, meanings)
}

/** What every phrase of a sentence stands for; null where one of them is not understood. */
function meaningsIn(sentence: string): readonly Meaning[] | null {
  const meanings: Meaning[] = []
  let rest = sentence
  while (rest !== '') {
    const read = readNext(rest)
    if (read === null) return null
    if (read.meaning !== null) meanings.push(read.meaning)
    rest = rest.slice(read.length)
  }
  return meanings
}

type Read = { readonly meaning: Meaning | null; readonly length: number }

const arrow = /^(?:-{1,3}>|={1,2}>|→|⇒|⟶|➜|➔)/
/** A slash between spaces parts the event from what is sent, as in Figure 5; within a name it is part of that. */
const slash = /^\s+\/\s+/
const signs = /^[\s,，、:：.。!！;；"“”'‘’`*_()（）[\]+＋—–-]/

function readNext(rest: string): Read | null {
  const pointed = arrow.exec(rest)
  if (pointed !== null) return { meaning: { kind: 'leads' }, length: pointed[0].length }
  const slashed = slash.exec(rest)
  if (slashed !== null) return { meaning: { kind: 'sends' }, length: slashed[0].length }
  return readPhrase(rest) ?? (signs.test(rest) ? { meaning: null, length: 1 } : null)
}

/** Up to seven words of letters, or as many Chinese characters: the longest phrase that is understood. */
const latinWords = /^[A-Za-z\d]+(?:['’][a-z]+)?(?:[\s,+/_=()-]*[A-Za-z\d]+(?:['’][a-z]+)?){0,6}\)?/

function readPhrase(rest: string): Read | null {
  if (/^\p{Script=Han}/u.test(rest)) return readChinese(rest)
  let phrase = latinWords.exec(rest)?.[0] ?? ''
  while (phrase !== '') {
    // `OPEN（主动）`, `FIN 的 ACK`: a phrase of both scripts is tried first.
    const mixed = readMixed(rest, phrase)
    if (mixed !== null) return mixed
    const meaning = meaningOf(phrase)
    if (meaning !== undefined && !cutsAWord(rest, phrase)) return { meaning, length: phrase.length }
    phrase = phrase.replace(/[\s,+/_=()-]*[A-Za-z\d'’]+\)?$/, '')
  }
  return null
}

/** `--` and `-->` are signs between phrases, and ` / ` parts them: neither is within one. */
function meaningOf(phrase: string): Meaning | undefined {
  if (/--|\s\/|\/\s|,\s/.test(phrase)) return undefined
  const meaning = findMeaning(phrase) ?? namedState(phrase)
  return meaning?.kind === 'state' && isOrdinary(phrase) ? undefined : meaning
}

/** A state by a tool's name; CLOSE, which netstat prints for CLOSED, is the call. */
function namedState(phrase: string): Meaning | undefined {
  const named = isOneName.test(phrase) ? readStateName(phrase) : undefined
  return named?.kind === 'state' ? { kind: 'state', state: named.state } : undefined
}

/** "closing", "Established", "SYN received": words of a sentence as well as names, so as names they want their capitals. */
function isOrdinary(phrase: string): boolean {
  return /[a-z]/.test(phrase) && (/\s/.test(phrase) || /^[A-Z]?[a-z]+$/.test(phrase))
}

/** The names of states have three words at most (`FIN WAIT 2`), and of the longest thirty letters. */
const isOneName = /^(?=.{3,30}$)[A-Za-z]\w*(?:[\s.()-]+\w+){0,2}\)?$/

function cutsAWord(rest: string, phrase: string): boolean {
  return /^[A-Za-z\d]/.test(rest.slice(phrase.length))
}

const mixedPhrases = [
  /^FIN\s*的\s*ACK/,
  /^SYN\s*的\s*ACK/,
  /^OPEN（(?:主动|被动)）/,
  /^TIME-WAIT\s*超时/,
  /^2\s?MSL\s*超时/,
] as const

function readMixed(rest: string, phrase: string): Read | null {
  for (const pattern of mixedPhrases) {
    const [found] = pattern.exec(rest) ?? []
    if (found === undefined || found.length <= phrase.length) continue
    const meaning = findMeaning(found)
    if (meaning !== undefined) return { meaning, length: found.length }
  }
  return null
}

const chineseMixed = [
  /^对\s*(?:SYN|FIN)\s*的\s*ACK/,
  /^不带\s*ACK\s*的\s*(?:SYN|RST)/,
  /^(?:主动|被动)\s*OPEN/,
  /^主动\s*OPEN\s*未指定远端套接字/,
  /^既无\s*RST\s*SYN\s*也无\s*ACK\s*的报文段/,
] as const

function readChinese(rest: string): Read | null {
  const mixed = chineseMixed
    .map((pattern) => pattern.exec(rest)?.[0] ?? '')
    .reduce((longest, found) => (found.length > longest.length ? found : longest), '')
  const meaning = mixed === '' ? undefined : findMeaning(mixed)
  if (meaning !== undefined) return { meaning, length: mixed.length }
  for (let length = Math.min(longestChinese, rest.length); length > 0; length--) {
    const phrase = rest.slice(0, length)
    const found = /^[\p{Script=Han}\d]+$/u.test(phrase) ? findMeaning(phrase) : undefined
    if (found !== undefined) return { meaning: found, length }
  }
  return null
}

/** One state, one event, one "leads to" with the state after it, and at most one "sends", which comes after the event. */
function claimIn(text: string, meanings: readonly Meaning[]): Claim | null {
  const said = meanings.filter(({ kind }) => kind !== 'filler')
  const leads = said.findIndex(({ kind }) => kind === 'leads')
  const to = said[leads + 1]
  if (leads < 0 || to?.kind !== 'state') return null
  const denied = said[leads - 1]?.kind === 'not'
  const before = said.slice(0, denied ? leads - 1 : leads)
  const around = [...before, { kind: 'filler' } as const, ...said.slice(leads + 2)]
  const sending = sendingIn(around)
  if (sending === null) return null
  const [first, second, ...more] = sending.others.filter(({ kind }) => kind !== 'filler')
  if (first === undefined || second === undefined || more.length > 0) return null
  const state = first.kind === 'state' ? first : second
  const event = first.kind === 'event' ? first : second
  if (state.kind !== 'state' || event.kind !== 'event') return null
  // What is sent before the event happened belongs to an earlier step.
  if (sending.at !== null && sending.others.indexOf(event) >= sending.at) return null
  return { text, from: state.state, on: event.on, facts: event.facts, to: to.state, sends: sending.sends, denied }
}

type Sending = { readonly others: readonly Meaning[]; readonly sends: SaidSent | null; readonly at: number | null }

/** Takes "sends" and what is sent out of the rest; null where what is sent is not understood, or sent twice. */
function sendingIn(said: readonly Meaning[]): Sending | null {
  const at = said.findIndex(({ kind }) => kind === 'sends')
  const silent = said.findIndex(({ kind }) => kind === 'nothing')
  if (at < 0 && silent < 0) return { others: said, sends: null, at: null }
  const place = at < 0 ? silent : at
  const what = at < 0 ? said[silent] : said[at + 1]
  const sends = what?.kind === 'event' ? what.sent : what?.kind === 'nothing' ? ('nothing' as const) : null
  const others = [...said.slice(0, place), ...said.slice(at < 0 ? place + 1 : place + 2)]
  return sends === null || others.some(({ kind }) => kind === 'sends' || kind === 'nothing')
    ? null
    : { others, sends, at: place }
}
