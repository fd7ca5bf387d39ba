import { useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/navigation'
import type { Role } from '@/lib/teach/roles'

type Props = {
  readonly courses: readonly {
    readonly id: string
    readonly name: string
    readonly term: string
    readonly role: Role
  }[]
}

/** Courses by name and term, each with what its reader is in it; all of a tile leads there. */
export function CourseTiles({ courses }: Props) {
  const t = useTranslations('teach')
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {courses.map(({ id, name, term, role }) => (
        <li
          key={id}
          className="relative flex flex-col gap-1 rounded-sm border border-edge bg-sheet p-4 hover:border-ink [overflow-wrap:anywhere]"
        >
          <h3 className="font-semibold">
            <Link href={`/teach/${id}`} prefetch={false} className="after:absolute after:inset-0">
              {name}
            </Link>
          </h3>
          {term !== '' && <p>{term}</p>}
          <p className="mt-auto text-muted text-sm">{t(`role.${role}`)}</p>
        </li>
      ))}
    </ul>
  )
}
