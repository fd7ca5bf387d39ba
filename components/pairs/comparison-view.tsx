import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Cite } from '@/components/machine/cite'
import type { TimelineTexts } from '@/components/timeline/texts'
import { TimelineFigure } from '@/components/timeline/timeline-figure'
import { Words } from '@/components/ui/words'
import { comparisonSlugs } from '@/lib/tcp/peers/comparison-slugs'
import type { Compared, Comparison } from '@/lib/tcp/peers/comparisons'
import { rowsOf, timelineOf } from '@/lib/tcp/peers/timeline-of'

type Props = {
  readonly name: Comparison
  readonly compared: Compared
  readonly cite: string
  readonly timeline: TimelineTexts
  /** What rests on it. */
  readonly children: ReactNode
}

/** A rule taken away: the shortest run that breaks, beside the same run with the rule in place. */
export function ComparisonView({ name, compared, cite, timeline, children }: Props) {
  const t = useTranslations('pairs.experiments')
  const { start, broken, kept, parting, configurations } = compared
  const key = comparisonSlugs[name]
  return (
    <section aria-labelledby={key} className="flex flex-col gap-4 border-rule border-t pt-6">
      <h2 id={key} className="scroll-mt-4">
        <Words text={t(`${key}.title`)} />
      </h2>
      <dl className="grid max-w-text gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="text-muted">{t('takenAway')}</dt>
        <dd>
          <Words text={t(`${key}.without`)} />{' '}
          <span className="text-muted text-sm">
            (<Cite cite={cite} />)
          </span>
        </dd>
        <dt className="text-muted">{t('whatBreaks')}</dt>
        <dd>
          <Words text={t(`${key}.breaks`)} />
        </dd>
      </dl>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <figure className="flex min-w-0 flex-col gap-2 border-wrong border-t-4 pt-2">
          <figcaption className="font-medium text-wrong">✕ {t('broken', { count: broken.length })}</figcaption>
          <TimelineFigure
            timeline={timelineOf(start, broken)}
            texts={timeline}
            current={rowsOf(broken)[parting.broken]}
          />
        </figure>
        <figure className="flex min-w-0 flex-col gap-2 border-correct border-t-4 pt-2">
          <figcaption className="font-medium text-correct">✓ {t('kept')}</figcaption>
          <TimelineFigure
            timeline={timelineOf(start, kept)}
            texts={timeline}
            current={parting.kind === 'forbidden' ? undefined : rowsOf(kept)[parting.kept]}
          />
        </figure>
      </div>
      <div className="flex max-w-text flex-col gap-2">
        <p>
          {t(parting.kind === 'forbidden' ? 'forbidden' : 'otherwise', { move: parting.broken + 1 })}{' '}
          {t('proof', { configurations })}
        </p>
        {children}
      </div>
    </section>
  )
}
