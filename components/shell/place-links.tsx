'use client'

import { Link, usePathname } from '@/lib/i18n/navigation'

export type PlaceLink = {
  readonly href: string
  readonly name: string
  /** The addresses of what belongs to it, besides what lies under its own. */
  readonly holds?: readonly string[]
  /** Whether it is shown on a phone, too; it is unless this says no. */
  readonly onPhone?: boolean
}

/** The places of the house; the one the reader is in is marked, which only the browser knows after a soft navigation. */
export function PlaceLinks({ label, places }: { readonly label: string; readonly places: readonly PlaceLink[] }) {
  const pathname = usePathname()
  const isWithin = (address: string) => pathname === address || (address !== '/' && pathname.startsWith(`${address}/`))
  const [current] = places
    .filter(({ href, holds = [] }) => [href, ...holds].some(isWithin))
    .map(({ href }) => href)
    .sort((one, other) => other.length - one.length)
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-2.5 gap-y-1 text-[0.92em] sm:gap-x-5 sm:text-[1em]">
        {places.map(({ href, name, onPhone = true }) => (
          <li key={href} className={onPhone ? '' : 'hidden sm:block'}>
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
