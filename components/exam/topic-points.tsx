import { getFormatter, getTranslations } from 'next-intl/server'
import type { ExamScore } from '@/lib/assessment/score'
import type { Locale } from '@/lib/i18n/routing'
import { loadSay } from '@/lib/i18n/say'
import { wordKey } from '@/lib/tcp/word-key'

type Props = { readonly topics: ExamScore['byTopic']; readonly locale: Locale }

/** The points by topic, with a bar beside each. */
export async function TopicPoints({ topics, locale }: Props) {
  const t = await getTranslations('exam.result')
  const [say, format] = [await loadSay(locale), await getFormatter()]
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('byTopic')}</h2>
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('topic')}</th>
            <th scope="col">{t('points')}</th>
          </tr>
        </thead>
        <tbody>
          {topics.map(({ topic, earned, outOf }) => (
            <tr key={topic} className="border-rule border-b">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {say(`item.topics.${wordKey(topic)}`)}
              </th>
              <td className="py-1.5 text-right">
                <span className="inline-flex flex-wrap items-center justify-end gap-x-3">
                  <progress
                    className="hidden h-2 w-28 sm:block"
                    max={outOf}
                    value={earned}
                    aria-label={say(`item.topics.${wordKey(topic)}`)}
                  />
                  <span className="whitespace-nowrap font-mono tabular-nums">
                    {t('questionPoints', { earned: format.number(earned), points: outOf })}
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
