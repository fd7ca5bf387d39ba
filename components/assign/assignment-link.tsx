import { useTranslations } from 'next-intl'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'

export type Named = {
  readonly id: string
  readonly courseId: string
  readonly courseName: string
  readonly title: string
}

export function addressOf({ courseId, id }: Pick<Named, 'id' | 'courseId'>): string {
  return `/teach/${courseId}/assignments/${id}`
}

/** Whose assignment a page is about, and the way there. */
export function AssignmentLink({ assignment }: { readonly assignment: Named }) {
  const t = useTranslations('assign')
  return (
    <p className="text-muted">
      {t('yourAssignment')}{' '}
      <Link className={textLink} href={addressOf(assignment)}>
        {assignment.title}
      </Link>
      · {assignment.courseName}
    </p>
  )
}
