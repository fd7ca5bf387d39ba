import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import type { ReviewEntry } from '@/lib/words/present-review'

/** Every question of a practice, with what was answered and what was right. */
export function ReviewList({ entries }: { readonly entries: readonly ReviewEntry[] }) {
  const t = useTranslations('practice')
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('review')}</h2>
      <ol className="divide-y divide-rule">
        {entries.map(({ position, stem, situation, right, given, answer, topic, seconds }) => (
          <li key={position} className="flex flex-col gap-1 py-3 [overflow-wrap:anywhere]">
            <span className="flex flex-wrap justify-between gap-x-4 text-muted text-sm">
              <span>
                {position + 1} · {topic}
              </span>
              <span>{t('took', { seconds })}</span>
            </span>
            <span>
              <Words text={stem} />
            </span>
            {situation !== null && (
              <span className="text-muted">
                <Words text={situation} />
              </span>
            )}
            <span className={right ? 'text-correct' : 'text-wrong'}>
              {right ? '✓ ' : '✕ '}
              <Words text={given.join(' · ')} />
            </span>
            {!right && (
              <span>
                {t('rightAnswer')} <Words text={answer.join(' · ')} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
