import { getTranslations } from 'next-intl/server'
import type { Blueprint } from '@/lib/assessment/blueprint'
import type { Locale } from '@/lib/i18n/routing'
import { loadSay } from '@/lib/i18n/say'
import { wordKey } from '@/lib/tcp/word-key'

type Props = {
  readonly blueprint: Blueprint
  readonly byTopic: readonly (readonly [string, number])[]
  readonly locale: Locale
}

/** Numbers of a blueprint: questions, minutes, points, how partly right answers count, and the questions by topic. */
export async function BlueprintFacts({ blueprint, byTopic, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'exam' })
  const say = await loadSay(locale)
  const { questions, minutes, points, credit } = blueprint
  return (
    <>
      <p className="text-muted">
        {t('facts', { questions, minutes, points: questions * points })} · {t(`credit.${credit}`)}
      </p>
      <details className="text-muted text-sm">
        <summary className="min-h-8 cursor-pointer">{t('byTopic')}</summary>
        <ul className="flex flex-wrap gap-x-5">
          {byTopic
            .filter(([, count]) => count > 0)
            .map(([topic, count]) => (
              <li key={topic}>{t('topicCount', { topic: say(`item.topics.${wordKey(topic)}`), count })}</li>
            ))}
        </ul>
      </details>
    </>
  )
}
