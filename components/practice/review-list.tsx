import { useLocale, useTranslations } from 'next-intl'
import { EndpointView } from '@/components/item/endpoint-view'
import { FeedbackView } from '@/components/item/feedback-view'
import { ItemPicture } from '@/components/item/item-picture'
import { Words } from '@/components/ui/words'
import type { ReviewEntry } from '@/lib/words/present-review'
import type { PracticeTexts } from './texts'

type Props = { readonly entries: readonly ReviewEntry[]; readonly texts: PracticeTexts }

/** Every question of a practice, with what was answered and what was right, and all that was said about it to open. */
export function ReviewList({ entries, texts }: Props) {
  const t = useTranslations('practice')
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('review')}</h2>
      <ol className="divide-y divide-rule">
        {entries.map((entry) => (
          <li key={entry.position} className="flex flex-col gap-1 py-3 [overflow-wrap:anywhere]">
            <span className="flex flex-wrap justify-between gap-x-4 text-muted text-sm">
              <span>
                {entry.position + 1} · {entry.topic}
              </span>
              <span>{t('took', { seconds: entry.seconds })}</span>
            </span>
            <span>
              <Words text={entry.stem} />
            </span>
            {entry.situation !== null && (
              <span className="text-muted">
                <Words text={entry.situation} />
              </span>
            )}
            <div className={entry.right ? 'text-correct' : 'text-wrong'}>
              {entry.right ? '✓ ' : '✕ '}
              <Parts parts={entry.given} isList={isList(entry)} />
            </div>
            {!entry.right && (
              <div>
                {t('rightAnswer')} <Parts parts={entry.answer} isList={isList(entry)} />
              </div>
            )}
            <Explanation entry={entry} texts={texts} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Statements are sentences: more than two of them stand one below the other. */
function isList({ asked, answer }: ReviewEntry): boolean {
  return asked.control === 'several' && answer.length > 2
}

function Parts({ parts, isList }: { readonly parts: readonly string[]; readonly isList: boolean }) {
  if (!isList) return <Words text={parts.join(' · ')} />
  return (
    <ul className="list-disc pl-6">
      {parts.map((part) => (
        <li key={part}>
          <Words text={part} />
        </li>
      ))}
    </ul>
  )
}

function Explanation({ entry: { position, asked, feedback }, texts }: { entry: ReviewEntry; texts: PracticeTexts }) {
  const t = useTranslations('practice')
  const locale = useLocale()
  return (
    <details>
      <summary className="min-h-8 cursor-pointer py-1 text-accent">{t('explanation')}</summary>
      {/* An address that names what is inside opens what is around it. */}
      <div id={`question-${position + 1}`} className="mt-2 flex scroll-mt-4 flex-col gap-4">
        {asked.endpoint !== null && <EndpointView endpoint={asked.endpoint} texts={texts} />}
        <ItemPicture item={asked} texts={texts} />
        <FeedbackView feedback={feedback} texts={texts} locale={locale} />
      </div>
    </details>
  )
}
