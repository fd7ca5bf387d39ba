import { useTranslations } from 'next-intl'
import { type PlaceLink, PlaceLinks } from '@/components/shell/place-links'
import { CourseTrail } from './course-trail'

type Props = {
  readonly course: {
    readonly id: string
    readonly name: string
    readonly term: string
    readonly isArchived: boolean
  }
  readonly places: readonly PlaceLink[]
}

/** Of which course a page is, and the ways through it. Paper has no use for it. */
export function CourseHeader({ course: { id, name, term, isArchived }, places }: Props) {
  const t = useTranslations('teach')
  return (
    <header className="screen-only flex flex-col gap-3">
      <CourseTrail href={`/teach/${id}`} {...{ name, term }} toCourses={t('toCourses')} />
      {places.length > 1 && (
        <div className="border-rule border-b">
          <PlaceLinks label={t('places')} places={places} />
        </div>
      )}
      {isArchived && <p className="border-waiting border-l-4 pl-4">{t('archivedHint')}</p>}
    </header>
  )
}
