import type { Say } from '@/lib/i18n/say'

/** The words of a running exam that the browser needs as they stand. */
const plain = [
  'saved',
  'saving',
  'notSaved',
  'oneSaved',
  'oneSaving',
  'oneNotSaved',
  'markNotSaved',
  'lost',
  'timeUp',
  'handingIn',
  'flag',
  'unflag',
  'previous',
  'next',
  'clear',
  'keepOrder',
  'questionsTitle',
  'answered',
  'unanswered',
  'flagged',
  'timeLeft',
  'keys',
  'withdrawn',
  'handIn',
  'handInTitle',
  'handInAll',
  'handInSome',
  'handInFlagged',
  'handInFinal',
  'handInYes',
  'handInNo',
  'fiveMinutes',
  'oneMinute',
  'ownBreak',
  'stopped',
  'goOn',
  'oneWay',
  'fileLead',
  'file',
] as const

/** Words with places that the browser fills in (components/practice/fill.ts). */
const templates = {
  question: ['number', 'length'],
  goTo: ['number'],
  elsewhere: ['numbers'],
  takeBreak: ['minutes'],
} as const

export type ExamTexts = Readonly<Record<(typeof plain)[number] | keyof typeof templates, string>>

/** The words of a running exam in one language, for the browser. */
export function examTexts(say: Say): ExamTexts {
  const filled = Object.entries(templates).map(([key, places]) => {
    const kept = Object.fromEntries(places.map((place) => [place, `{${place}}`]))
    return [key, say(`exam.${key}`, kept)]
  })
  return Object.fromEntries([...plain.map((key) => [key, say(`exam.${key}`)]), ...filled]) as ExamTexts
}
