import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import type { Choices } from '@/lib/teach/choices'
import type { Statistics } from '@/lib/teach/item-analysis'
import type { PresentedAnalysis } from '@/lib/words/present-analysis'
import type { MarkWriter } from './write-marks'

type Props = {
  readonly rows: PresentedAnalysis['choices']
  readonly omitted: Pick<Choices, 'omitted' | 'omittedAll'>
  readonly statistics: Statistics
  readonly write: MarkWriter
}

/** A wrong option that fewer take than this does no work (Haladyna and Downing 1993); of fewer answers it is not said. */
const fewShare = 0.05
const fewestAnswers = 20

/** Who took what: each answer by the upper, middle and lower group. */
export function ChoiceTable({ rows, omitted, statistics: { shown, upperLower }, write }: Props) {
  const t = useTranslations('marks.analysis')
  const cell = 'py-1 pl-3 text-right tabular-nums whitespace-nowrap'
  return (
    <div className="flex flex-col gap-1">
      <table className="w-full border-collapse text-[0.94em]">
        <caption className="sr-only">{t('choices')}</caption>
        <thead>
          <tr className="border-edge border-b">
            <th scope="col" className="py-1 text-left font-medium">
              {t('choice')}
            </th>
            {(['upper', 'middle', 'lower', 'all'] as const).map((group) => (
              <th
                key={group}
                scope="col"
                className={`${cell} font-medium ${group === 'middle' ? 'max-sm:hidden' : ''}`}
              >
                {t(group)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ words, isRight, took, all }) => (
            <tr key={words} className="border-rule border-b">
              <th
                scope="row"
                className="py-1 text-left font-normal [overflow-wrap:anywhere] [&_code]:whitespace-normal"
              >
                {isRight && (
                  <span className="text-correct">
                    ✓<span className="sr-only"> {t('key')}: </span>{' '}
                  </span>
                )}
                <Words text={words} />
                {!isRight && shown >= fewestAnswers && all / shown < fewShare && (
                  <span className="text-muted text-sm"> · {t('few')}</span>
                )}
              </th>
              <td className={cell}>{took.upper}</td>
              <td className={`${cell} max-sm:hidden`}>{took.middle}</td>
              <td className={cell}>{took.lower}</td>
              <td className={cell}>
                {all} <span className="text-muted text-sm">{shown > 0 && write.share(all / shown)}</span>
              </td>
            </tr>
          ))}
          {omitted.omittedAll > 0 && (
            <tr className="border-rule border-b text-muted">
              <th scope="row" className="py-1 text-left font-normal">
                {t('open')}
              </th>
              <td className={cell}>{omitted.omitted.upper}</td>
              <td className={`${cell} max-sm:hidden`}>{omitted.omitted.middle}</td>
              <td className={cell}>{omitted.omitted.lower}</td>
              <td className={cell}>{omitted.omittedAll}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p className="text-muted text-sm">{upperLower === null ? t('noGroups') : t('groups', upperLower)}</p>
    </div>
  )
}
