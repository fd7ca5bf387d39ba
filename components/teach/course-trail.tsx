'use client'

import { textLink } from '@/components/ui/text-link'
import { Link, usePathname } from '@/lib/i18n/navigation'

type Props = { readonly href: string; readonly name: string; readonly term: string; readonly toCourses: string }

/** The way back to all courses, and to the course that a page is of; its own page is headed by its name. */
export function CourseTrail({ href, name, term, toCourses }: Props) {
  const isOwnPage = usePathname() === href
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 [overflow-wrap:anywhere]">
      <Link href="/teach" className={textLink}>
        ← {toCourses}
      </Link>
      {!isOwnPage && (
        <>
          <span aria-hidden="true" className="text-muted max-sm:hidden">
            /
          </span>
          <span className="min-w-0">
            <Link href={href} className={`font-medium ${textLink}`}>
              {name}
            </Link>
            {term !== '' && <span className="text-muted max-sm:hidden"> · {term}</span>}
          </span>
        </>
      )}
    </p>
  )
}
