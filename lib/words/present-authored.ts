import type { Say } from '../i18n/say'
import { judgeProse } from '../items/claims/judge-prose'
import { exemplify } from '../items/exemplify'
import { askNextState } from '../items/kinds/next-state'
import { showOptions } from '../items/shown'
import { rightAnswer } from '../items/verify'
import { wordKey } from '../tcp/word-key'
import type { Asked, Verdict, Written } from '../teach/authored'
import { presentFeedback } from './present-feedback'
import { presentItem } from './present-item'
import { presentOption } from './present-option'
import { presentVerdicts } from './present-verdicts'
import type { Feedback, PresentedItem } from './presented-item'
import type { PresentedVerdict } from './presented-sides'
import { vouchedWords } from './vouched-words'

/** A question that stands for itself, as it is asked in the order of options that this seed gives. */
export function presentQuestionAlone(say: Say, { topic, level, body }: Asked, seed: number): PresentedItem {
  return presentItem(say, { position: 0, topic, level, body, options: showOptions(body, seed) })
}

/** A run that shows what is so instead: the situation, and what becomes of it. */
export type CounterExample = { readonly item: PresentedItem; readonly feedback: Feedback }

/** What an author is shown of a draft: the question as a student sees it, and what the machine says to it. */
export type AuthorPreview =
  | {
      readonly kind: 'shown'
      readonly item: PresentedItem
      readonly verdict: Verdict
      /** The verdict in one sentence. */
      readonly says: string
      readonly key: readonly string[]
      readonly claims: readonly PresentedVerdict[]
      readonly counterexample: CounterExample | null
      /** What does not fit together, or comes out otherwise by another reading. */
      readonly remarks: readonly string[]
    }
  | { readonly kind: 'refused'; readonly why: string }

export function presentWritten(say: Say, written: Written, seed: number): AuthorPreview {
  if (written.kind !== 'written') return { kind: 'refused', why: notComposedWords(say, written) }
  const { authored, verdict, otherwiseBy } = written
  const { body } = authored
  const right = rightAnswer(body)
  const shown = showOptions(body, seed)
  const other = otherwiseBy.map((profile) => say(`author.otherwiseBy.${profile}`))
  return {
    kind: 'shown',
    item: presentQuestionAlone(say, authored, seed),
    verdict,
    says: saysOf(say, written),
    key: right === null ? [] : presentFeedback(say, body, shown, right).answer,
    claims: body.kind === 'prose' ? presentVerdicts(say, body.claim) : [],
    counterexample: body.kind === 'prose' ? counterExampleTo(say, body) : null,
    remarks: [...other, ...remarkWords(say, written)],
  }
}

/** Why no question comes of a draft, in a sentence. */
export function notComposedWords(say: Say, written: Exclude<Written, { kind: 'written' }>): string {
  if (written.kind === 'refused') return say(`author.refused.${wordKey(written.error)}`)
  return say('author.ambiguous', { reading: say(`machine.ambiguities.${written.at}.reading`) })
}

/** The verdict on a question in one sentence. */
function saysOf(say: Say, { authored: { body }, verdict }: Extract<Written, { kind: 'written' }>): string {
  if (body.kind !== 'prose') return say(`author.verdictSays.${verdict}`)
  const judged = judgeProse(body)
  return judged.kind === 'unchecked' && body.claim !== ''
    ? say('author.verdictSays.undecidable')
    : judged.kind === 'depends'
      ? vouchedWords(say, judged)
      : say(`author.verdictSays.${judged.kind}`)
}

function remarkWords(
  say: Say,
  { authored: { body }, remarks }: Extract<Written, { kind: 'written' }>,
): readonly string[] {
  if (body.kind !== 'prose') return []
  return remarks.map(({ place, remark }) =>
    say(`author.remark.${wordKey(remark)}`, { option: presentOption(say, body.options[place] ?? '') }),
  )
}

/** The rule that is so instead of a refuted claim, run on an example. */
function counterExampleTo(say: Say, prose: Parameters<typeof judgeProse>[0]): CounterExample | null {
  const judged = judgeProse(prose)
  const rule = judged.kind === 'refuted' ? judged.rules[0] : undefined
  if (rule === undefined) return null
  const body = askNextState(exemplify(rule))
  const right = rightAnswer(body)
  if (right === null) return null
  const options = showOptions(body, 1)
  return {
    item: presentItem(say, { position: 0, topic: 'open', level: 1, body, options }),
    feedback: presentFeedback(say, body, options, right),
  }
}
