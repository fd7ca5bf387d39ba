import { useTranslations } from 'next-intl'
import { type PlaceLink, PlaceLinks } from '@/components/shell/place-links'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'

type Props = {
  readonly course: { readonly name: string; readonly term: string; readonly isArchived: boolean }
  readonly places: readonly PlaceLink[]
}

/** The name of a course and the ways through it. Paper has no use for it. */
export function CourseHeader({ course: { name, term, isArchived }, places }: Props) {
  const t = useTranslations('teach')
  return (
    <header className="screen-only flex flex-col gap-3">
      <p>
        <Link href="/teach" className={textLink}>
          ← {t('toCourses')}
        </Link>
      </p>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 [overflow-wrap:anywhere]">
        <h1>{name}</h1>
        {term !== '' && <p className="text-muted">{term}</p>}
      </div>
      {isArchived && <p className="border-waiting border-l-4 pl-4">{t('archivedHint')}</p>}
      {places.length > 1 && (
        <div className="border-rule border-b">
          <PlaceLinks label={t('places')} places={places} />
        </div>
      )}
    </header>
  )
}
