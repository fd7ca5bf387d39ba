import { useTranslations } from 'next-intl'
import type { TimelineTexts } from '@/components/timeline/texts'
import { TimelineFigure } from '@/components/timeline/timeline-figure'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import { invariantKeys, modelNames } from './names'
import type { Cell } from './pair-message'

type Props = {
  readonly cell: Cell
  readonly timeline: TimelineTexts
  /** How far the search is that looks where an excluded pair occurs. */
  readonly percent: number
}

/** What the model says of a pair: a shortest run to it, or why there is none. */
export function CellView({ cell, timeline, percent }: Props) {
  const t = useTranslations('pairs')
  const { A, B } = cell.pair
  return (
    <section aria-labelledby="cell" className="flex max-w-text flex-col gap-3">
      <h2 id="cell">{t('cellTitle', { A, B })}</h2>
      {cell.kind === 'witness' ? (
        <Witness cell={cell} timeline={timeline} />
      ) : (
        <Excluded cell={cell} percent={percent} />
      )}
    </section>
  )
}

function Witness({ cell, timeline }: { readonly cell: Extract<Cell, { kind: 'witness' }> } & Pick<Props, 'timeline'>) {
  const t = useTranslations('pairs')
  return (
    <>
      <p>{cell.timeline.rows === 1 ? t('atOnce') : t('witness')}</p>
      <TimelineFigure timeline={cell.timeline} texts={timeline} />
      <p>
        {cell.scenario === null ? (
          t('noScenario')
        ) : (
          <Link href={`/learn/simulator?s=${cell.scenario}`} prefetch={false} className={textLink}>
            {t('openInSimulator')}
          </Link>
        )}
      </p>
    </>
  )
}

function Excluded({ cell, percent }: { readonly cell: Extract<Cell, { kind: 'excluded' }> } & Pick<Props, 'percent'>) {
  const t = useTranslations('pairs')
  return (
    <>
      <p>{t('excluded', { model: t(`models.${modelNames[cell.model]}.name`) })}</p>
      <p className="text-muted">{t(`models.${modelNames[cell.model]}.bounds`)}</p>
      {cell.by.length === 0 ? (
        <p>{t('bySearch')}</p>
      ) : (
        <>
          <p>{t('byInvariants')}</p>
          <ul className="flex list-disc flex-col gap-1 pl-6">
            {cell.by.map((name) => (
              <li key={name}>
                <Words text={t(`invariants.${invariantKeys[name]}`)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div role="status">{cell.needs === null ? <Seeking percent={percent} /> : <Needs needs={cell.needs} />}</div>
    </>
  )
}

function Seeking({ percent }: Pick<Props, 'percent'>) {
  const t = useTranslations('pairs')
  return (
    <p className="flex flex-wrap items-center gap-3">
      <progress value={percent} max={100} aria-label={t('seeking')} />
      <span>{t('seeking')}</span>
    </p>
  )
}

function Needs({ needs }: { readonly needs: NonNullable<Extract<Cell, { kind: 'excluded' }>['needs']> }) {
  const t = useTranslations('pairs')
  if (needs.length === 0) return <p>{t('never')}</p>
  return (
    <>
      <p>{t('needs')}</p>
      <ul className="flex list-disc flex-col gap-1 pl-6">
        {needs.map((model) => (
          <li key={model}>{t(`models.${modelNames[model]}.name`)}</li>
        ))}
      </ul>
    </>
  )
}
