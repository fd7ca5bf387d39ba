import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'

export type PersonRow = {
  /** Absent where nothing may tell one from another but the name. */
  readonly key?: string
  readonly name: string
  /** Where they are changed. */
  readonly href?: string
  readonly told: readonly string[]
  readonly granted?: string
}

/** People, a line each: who they are, and what is known of them. */
export function PeopleList({ people }: { readonly people: readonly PersonRow[] }) {
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {people.map(({ key, name, href, told, granted }, index) => (
        <li key={key ?? `${index} ${name}`} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2.5">
          <span className="min-w-40 grow basis-0 [overflow-wrap:anywhere]">
            {href === undefined ? (
              name
            ) : (
              <Link href={href} prefetch={false} className={textLink}>
                {name}
              </Link>
            )}
          </span>
          <span className="text-muted text-sm sm:text-right">{told.join(' · ')}</span>
          {granted !== undefined && <span className="w-full text-sm">{granted}</span>}
        </li>
      ))}
    </ul>
  )
}
