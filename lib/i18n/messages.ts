import type account from '../../messages/en/account.json'
import type assign from '../../messages/en/assign.json'
import type author from '../../messages/en/author.json'
import type cards from '../../messages/en/cards.json'
import type data from '../../messages/en/data.json'
import type error from '../../messages/en/error.json'
import type exam from '../../messages/en/exam.json'
import type home from '../../messages/en/home.json'
import type item from '../../messages/en/item.json'
import type learn from '../../messages/en/learn.json'
import type live from '../../messages/en/live.json'
import type machine from '../../messages/en/machine.json'
import type marks from '../../messages/en/marks.json'
import type memory from '../../messages/en/memory.json'
import type misconceptions from '../../messages/en/misconceptions.json'
import type offline from '../../messages/en/offline.json'
import type pairs from '../../messages/en/pairs.json'
import type plan from '../../messages/en/plan.json'
import type practice from '../../messages/en/practice.json'
import type programs from '../../messages/en/programs.json'
import type progress from '../../messages/en/progress.json'
import type review from '../../messages/en/review.json'
import type scenario from '../../messages/en/scenario.json'
import type settings from '../../messages/en/settings.json'
import type shell from '../../messages/en/shell.json'
import type statements from '../../messages/en/statements.json'
import type teach from '../../messages/en/teach.json'
import type timeline from '../../messages/en/timeline.json'
import type traces from '../../messages/en/traces.json'
import type { Locale } from './routing'

/** Every word a person reads: one namespace per file messages/<locale>/<namespace>.json, typed by the English one. */
export type Messages = {
  readonly account: typeof account
  readonly assign: typeof assign
  readonly author: typeof author
  readonly cards: typeof cards
  readonly data: typeof data
  readonly error: typeof error
  readonly exam: typeof exam
  readonly home: typeof home
  readonly learn: typeof learn
  readonly live: typeof live
  readonly machine: typeof machine
  readonly marks: typeof marks
  readonly memory: typeof memory
  readonly misconceptions: typeof misconceptions
  readonly item: typeof item
  readonly offline: typeof offline
  readonly pairs: typeof pairs
  readonly plan: typeof plan
  readonly practice: typeof practice
  readonly programs: typeof programs
  readonly progress: typeof progress
  readonly review: typeof review
  readonly scenario: typeof scenario
  readonly settings: typeof settings
  readonly shell: typeof shell
  readonly statements: typeof statements
  readonly teach: typeof teach
  readonly timeline: typeof timeline
  readonly traces: typeof traces
}

const namespaces = {
  account: true,
  assign: true,
  author: true,
  cards: true,
  data: true,
  error: true,
  exam: true,
  home: true,
  learn: true,
  live: true,
  machine: true,
  marks: true,
  memory: true,
  misconceptions: true,
  item: true,
  offline: true,
  pairs: true,
  plan: true,
  practice: true,
  programs: true,
  progress: true,
  review: true,
  scenario: true,
  settings: true,
  shell: true,
  statements: true,
  teach: true,
  timeline: true,
  traces: true,
} satisfies Record<keyof Messages, true>

/** Loads all texts of one language; each file is read once per process. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const files = await Promise.all(
    Object.keys(namespaces).map(async (namespace) => {
      const file: { default: unknown } = await import(`../../messages/${locale}/${namespace}.json`)
      return [namespace, file.default] as const
    }),
  )
  return Object.fromEntries(files) as Messages
}
