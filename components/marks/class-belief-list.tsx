import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { Act } from '@/components/ui/form/form-state'
import { Words } from '@/components/ui/words'

type Props = {
  readonly beliefs: readonly {
    readonly id: string
    readonly belief: string
    readonly correction: string
    readonly holders: number
    readonly asked: number
    readonly facts: number
    /** Makes cards of it for the class; null where that is not offered. */
    readonly makeSet: Act | null
  }[]
}

/** What a class believes, with how many do. */
export function ClassBeliefList({ beliefs }: Props) {
  const t = useTranslations('marks')
  return (
    <section aria-labelledby="beliefs" className="flex flex-col gap-3">
      <h2 id="beliefs">{t('analysis.beliefs')}</h2>
      <p className="max-w-text">{beliefs.length === 0 ? t('analysis.noBeliefs') : t('analysis.beliefsLead')}</p>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
        {beliefs.map(({ id, belief, correction, holders, asked, facts, makeSet }) => (
          <li
            key={id}
            className="flex flex-col gap-2 rounded-sm border border-rule border-l-4 border-l-weak bg-sheet p-4 [overflow-wrap:anywhere]"
          >
            <p>
              <strong>{t('analysis.holders', { count: holders, asked })}</strong>
            </p>
            <p>
              <q>
                <Words text={belief} />
              </q>
            </p>
            <p className="text-muted">
              <Words text={t('analysis.otherwise', { correction })} />
            </p>
            {makeSet !== null && (
              <ActionForm
                act={makeSet}
                submit={t('analysis.makeSet')}
                submitName={t('analysis.makeSetFor', { belief: belief.replaceAll('`', '') })}
                done={t('analysis.setMade')}
                look="plain"
                errors={{ 'no such assignment': t('analysis.setGone'), busy: t('busy') }}
              >
                <p className="text-muted text-sm">{t('analysis.setHint', { count: facts })}</p>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
