import { useFormatter, useTranslations } from 'next-intl'

/** What a training came to; losses are means over the held-out reviews. */
type Outcome =
  | {
      readonly kind: 'kept' | 'not better'
      readonly heldOut: number
      readonly lossBefore: number
      readonly lossAfter: number
    }
  | { readonly kind: 'too few'; readonly repeats: number }
  | { readonly kind: 'failed' }

/** What the last training came to, in one sentence with both figures. */
export function TrainingOutcomeText({ outcome }: { readonly outcome: Outcome }) {
  const t = useTranslations('memory')
  const format = useFormatter()
  const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 }
  const sentence = () => {
    switch (outcome.kind) {
      case 'kept':
      case 'not better': {
        const { heldOut, lossBefore, lossAfter } = outcome
        const [before, after] = [format.number(lossBefore, digits), format.number(lossAfter, digits)]
        return t(outcome.kind === 'kept' ? 'outcomes.kept' : 'outcomes.notBetter', { heldOut, before, after })
      }
      case 'too few':
        return t('outcomes.tooFew', { repeats: outcome.repeats })
      case 'failed':
        return t('outcomes.failed')
    }
  }
  const isJudged = outcome.kind === 'kept' || outcome.kind === 'not better'
  return (
    <div className="flex flex-col gap-2 border-accent border-l-4 pl-4">
      <h3 className="font-semibold">{t('outcome')}</h3>
      <p>{sentence()}</p>
      {isJudged && <p className="text-muted text-sm">{t('lossHint')}</p>}
    </div>
  )
}
