import { Link } from '@/lib/i18n/navigation'

type Props = { readonly href: string; readonly name: string; readonly hint?: string; readonly count: string }

/** A deck in a list: all of it leads there. */
export function DeckTile({ href, name, hint, count }: Props) {
  return (
    <li className="relative flex flex-col gap-2 rounded-sm border border-edge bg-sheet p-4 hover:border-ink">
      <h3 className="font-semibold [overflow-wrap:anywhere]">
        <Link href={href} prefetch={false} className="after:absolute after:inset-0">
          {name}
        </Link>
      </h3>
      {hint !== undefined && <p className="grow text-muted">{hint}</p>}
      <p className="mt-auto text-muted text-sm">{count}</p>
    </li>
  )
}
