import { useTranslations } from 'next-intl'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'

export type MarksPlace = 'gradebook' | 'analysis' | 'reports'

type Props = {
  readonly courseId: string
  readonly courseName: string
  /** The places that the reader may go to. */
  readonly places: readonly MarksPlace[]
  readonly here: MarksPlace | null
}

/** The way back to a course, and between the pages of its marks. */
export function MarksNav({ courseId, courseName, places, here }: Props) {
  const t = useTranslations('marks')
  return (
    <nav aria-label={t('nav.label')} className="flex flex-wrap gap-x-5 print:hidden">
      <Link
        href={`/teach/${courseId}`}
        className={`inline-flex min-h-11 items-center [overflow-wrap:anywhere] ${textLink}`}
      >
        ← {courseName}
      </Link>
      {places.map((place) => (
        <Link
          key={place}
          href={`/teach/${courseId}/${place}`}
          aria-current={place === here ? 'page' : undefined}
          className={`inline-flex min-h-11 items-center ${place === here ? 'font-semibold' : textLink}`}
        >
          {t(`nav.${place}`)}
        </Link>
      ))}
    </nav>
  )
}
