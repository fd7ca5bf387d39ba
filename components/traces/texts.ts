import type { Say } from '@/lib/i18n/say'
import { actors } from '@/lib/observer/findings'
import { broken, plainMarks } from '@/lib/observer/mark'
import { states } from '@/lib/tcp/states'

const plain = [
  'paste',
  'understoodFile',
  'understoodText',
  'read',
  'file',
  'drop',
  'samples',
  'sampleClose',
  'sampleLost',
  'sampleSimultaneous',
  'sampleRefused',
  'samplePile',
  'cancel',
  'cancelled',
  'refused',
  'empty',
  'unread',
  'large',
  'unreadable',
  'failed',
  'noSegments',
  'connections',
  'oneSegment',
  'pages',
  'segment',
  'go',
  'nextMarked',
  'previous',
  'next',
  'legendKnown',
  'legendOpen',
  'legendImpossible',
  'granted',
  'grantedText',
  'marked',
  'impossibleMark',
  'quiz',
  'quizSender',
  'quizReceiver',
  'check',
  'right',
  'wrong',
  'known',
  'open',
  'another',
  'stop',
  'mostly',
  'acts',
  'source',
] as const

const templates = {
  reading: ['percent'],
  observing: ['percent'],
  more: ['listed', 'count'],
  found: ['count', 'segments', 'frames'],
  cut: ['frames'],
  skipped: ['count'],
  connection: ['a', 'b'],
  segments: ['count'],
  window: ['from', 'to', 'count'],
  markedCount: ['marked', 'impossible'],
  markLine: ['number', 'mark'],
  impossible: ['what'],
  quizStem: ['number', 'from', 'segment', 'who'],
  quizNumber: ['number', 'from', 'segment', 'who'],
  quizThen: ['number', 'from', 'segment', 'who'],
  answer: ['states'],
  answerNumber: ['value', 'by'],
  answerThen: ['states', 'by'],
  listing: ['lister', 'count'],
  pile: ['count'],
} as const

type Key = (typeof plain)[number] | keyof typeof templates

export type TracesTexts = Readonly<Record<Key, string>> & {
  readonly mark: Readonly<Record<string, string>>
  readonly broken: Readonly<Record<string, string>>
  readonly actor: Readonly<Record<string, string>>
  readonly meaning: Readonly<Record<string, string>>
}

const keyOf = (name: string) => name.replace(/[^A-Za-z0-9]+/g, '-')

/** The words of the page of traces in one language: what a worker finds is said in the browser. */
export function tracesTexts(say: Say): TracesTexts {
  const group = (of: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, say(`${of}.${keyOf(name)}`)]))
  const flat = Object.fromEntries([
    ...plain.map((key) => [key, say(`traces.${key}`)]),
    ...Object.entries(templates).map(([key, places]) => [
      key,
      say(`traces.${key}`, Object.fromEntries(places.map((place) => [place, `{${place}}`]))),
    ]),
  ]) as Record<Key, string>
  return {
    ...flat,
    mark: group('traces.mark', plainMarks),
    broken: group('item.trace.broken', Object.keys(broken)),
    actor: group('item.pile.actor', actors),
    meaning: group('item.pile.meaning', states),
  }
}
