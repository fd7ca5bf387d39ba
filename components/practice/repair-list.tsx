import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import type { ReviewEntry } from '@/lib/words/present-review'

/** A rule to repair; with a position, its explanation stands on the same page. */
type Entry = Pick<ReviewEntry, 'rule'> & Partial<Pick<ReviewEntry, 'position'>>

/** What the wrong answers got wrong: each rule once, with its section and the way to it. */
export function RepairList({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useTranslations('practice')
  const first = entries.filter(
    (entry, index) => entries.findIndex(({ rule }) => rule.text === entry.rule.text) === index,
  )
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('repair')}</h2>
      {first.length === 0 ? (
        <p className="text-muted">{t('repairNone')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {first.map(({ position, rule: { text, cite, href } }) => (
            <li key={text} className="border-wrong border-l-4 bg-sheet px-4 py-3 [overflow-wrap:anywhere]">
              <Words text={text} />
              <span className="block text-muted text-sm">
                {t('section', { cite })}
                {href !== null && (
                  <>
                    {' · '}
                    <Link className="text-accent underline" href={href}>
                      {t('toRule')}
                    </Link>
                  </>
                )}
                {position !== undefined && (
                  <>
                    {' · '}
                    <a className="text-accent underline" href={`#question-${position + 1}`}>
                      {t('explanationOf', { number: String(position + 1) })}
                    </a>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
