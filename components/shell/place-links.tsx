'use client'

import { Link, usePathname } from '@/lib/i18n/navigation'

export type PlaceLink = { readonly href: string; readonly name: string }

/** The places of the house; the one the reader is in is marked, which only the browser knows after a soft navigation. */
export function PlaceLinks({ label, places }: { readonly label: string; readonly places: readonly PlaceLink[] }) {
  const pathname = usePathname()
  const [current] = places
    .map(({ href }) => href)
    .filter((href) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
    .sort((one, other) => other.length - one.length)
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-3 gap-y-1 text-[0.9em] sm:gap-x-5 sm:text-base">
        {places.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current ? 'page' : undefined}
              className="block border-transparent border-b-2 py-1 text-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
