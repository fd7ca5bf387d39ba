import type { Say } from '../i18n/say'
import type { Asked, Authored } from '../teach/authored'
import { presentQuestionAlone } from './present-authored'
import { situationWords } from './present-review'

/** A question in one line, to tell it from its neighbours in a list: its situation, where it has one, and what is asked. */
export function questionLine(say: Say, asked: Pick<Asked, 'topic' | 'level' | 'body'>): string {
  const { stem, endpoint } = presentQuestionAlone(say, asked, 1)
  return endpoint === null ? stem : `${situationWords(say, endpoint)} · ${stem}`
}

/** A teacher's question in one line: its title, or where it has none, what it asks. */
export function titleLine(say: Say, question: { readonly title: string; readonly authored: Authored | null }): string {
  const { title, authored } = question
  if (title !== '') return title
  return authored === null ? '–' : questionLine(say, authored)
}

/** A line without its marks of code, for a name or an option of a list. */
export const unmarked = (line: string): string => line.replaceAll('`', '')
