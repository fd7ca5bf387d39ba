import { useFormatter, useTranslations } from 'next-intl'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { addressOf } from './assignment-link'
import type { Listed } from './assignment-list'

type Props = { readonly assigned: readonly Listed[]; readonly now: Date; readonly timeZone: string }

/** What is assigned to the reader in all their courses; what ends first stands first. */
export function AssignedList({ assigned, now, timeZone }: Props) {
  const t = useTranslations('assign.home')
  const format = useFormatter()
  const date = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const words = ({ opensAt, dueAt, closesAt }: Listed) => {
    if (now < opensAt) return t('opens', { date: date(opensAt) })
    if (dueAt !== null && now < dueAt) return t('due', { date: date(dueAt) })
    return closesAt === null ? t('open') : t('closes', { date: date(closesAt) })
  }
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('title')}</h2>
      <ul className="flex flex-col divide-y divide-rule border-rule border-y">
        {assigned.map((assignment) => (
          <li key={assignment.id} className="flex flex-wrap items-baseline gap-x-3 py-2 [overflow-wrap:anywhere]">
            <Link href={addressOf(assignment)} className={`font-medium ${textLink}`}>
              {assignment.title}
            </Link>
            <span className="text-muted text-sm">{assignment.courseName}</span>
            <span className="ml-auto text-sm">{words(assignment)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
