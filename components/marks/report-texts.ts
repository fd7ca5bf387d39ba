import type { Say } from '@/lib/i18n/say'
import type { ReportTexts } from './report-form'

/** The words of a report in one language. */
export function reportTexts(say: Say): ReportTexts {
  const word = (name: string) => say(`marks.report.${name}`)
  const problem = (name: string) => say(`marks.report.problems.${name}`)
  return {
    open: word('open'),
    text: word('text'),
    hint: word('hint'),
    send: say('marks.report.send', { number: '{number}' }),
    sent: word('sent'),
    errors: {
      text: problem('text'),
      'no such question': problem('no such question'),
      'reported already': problem('reported already'),
      busy: say('marks.busy'),
    },
  }
}
