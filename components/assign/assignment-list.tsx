import { useTranslations } from 'next-intl'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import type { AssignmentKind } from '@/lib/teach/assignment'
import { addressOf, type Named } from './assignment-link'
import { AssignmentState, type Standing } from './assignment-state'

export type Listed = Named & Standing & { readonly kind: AssignmentKind }

type Props = { readonly assignments: readonly Listed[]; readonly now: Date; readonly timeZone: string }

/** The assignments of a course, each with how it stands now. */
export function AssignmentList({ assignments, now, timeZone }: Props) {
  const t = useTranslations('assign')
  if (assignments.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="flex flex-col divide-y divide-rule border-rule border-y">
      {assignments.map((assignment) => (
        <li key={assignment.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
          <Link className={`${textLink} min-w-0 font-medium [overflow-wrap:anywhere]`} href={addressOf(assignment)}>
            {assignment.title}
          </Link>
          <span className="text-muted text-sm">{t(`kind.${assignment.kind}`)}</span>
          <span className="ml-auto text-sm">
            <AssignmentState {...{ assignment, now, timeZone }} />
          </span>
        </li>
      ))}
    </ul>
  )
}
