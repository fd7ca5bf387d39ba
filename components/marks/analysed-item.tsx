import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EndpointView } from '@/components/item/endpoint-view'
import { FeedbackView } from '@/components/item/feedback-view'
import { ItemPicture } from '@/components/item/item-picture'
import type { PracticeTexts } from '@/components/practice/texts'
import { summaryLook } from '@/components/ui/summary-look'
import { Words } from '@/components/ui/words'
import type { ItemAnalysis } from '@/lib/teach/item-analysis'
import type { PresentedAnalysis } from '@/lib/words/present-analysis'
import { ChoiceTable } from './choice-table'
import { FlagList } from './flag-list'
import { StatisticsLine } from './statistics-line'
import type { MarkWriter } from './write-marks'

type Props = {
  readonly analysed: ItemAnalysis
  readonly presented: PresentedAnalysis
  readonly texts: PracticeTexts
  readonly locale: string
  readonly write: MarkWriter
  /** What can be done about it. */
  readonly children: ReactNode
}

/** An item with its numbers; opened, who took what, the question as it was shown, and the proof beside it. */
export function AnalysedItem({ analysed, presented, texts, locale, write, children }: Props) {
  const t = useTranslations('marks.analysis')
  const { item, situation, feedback, choices, flags } = presented
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="font-medium [overflow-wrap:anywhere] [&_code]:whitespace-normal">
        <Words text={item.stem} />
      </p>
      {situation !== null && (
        <p className="text-muted text-sm [overflow-wrap:anywhere] [&_code]:whitespace-normal">
          <Words text={situation} />
        </p>
      )}
      <FlagList flags={flags} />
      <StatisticsLine statistics={analysed.statistics} write={write} />
      <details>
        <summary className={summaryLook}>{t('choices')}</summary>
        <div className="grid gap-x-8 gap-y-4 pt-2 pb-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <ChoiceTable rows={choices} omitted={analysed.choices} {...{ statistics: analysed.statistics, write }} />
            {item.endpoint !== null && <EndpointView endpoint={item.endpoint} texts={texts} />}
            <ItemPicture item={item} texts={texts} />
            {children}
          </div>
          <div className="min-w-0">
            <FeedbackView
              feedback={feedback}
              texts={{ ...texts, right: t('proof'), wrong: t('proof') }}
              locale={locale}
              headingRef={null}
            />
          </div>
        </div>
      </details>
    </li>
  )
}
