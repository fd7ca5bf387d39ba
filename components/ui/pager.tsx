import { Link } from '@/lib/i18n/navigation'
import { buttonClass } from './button'

type Address = string | { readonly pathname: string; readonly query: Readonly<Record<string, string>> }

type Props = {
  readonly page: number
  readonly pages: number
  readonly addressOf: (page: number) => Address
  readonly words: { readonly label: string; readonly here: string; readonly previous: string; readonly next: string }
}

/** The way through the pages of a list; nothing where there is but one. */
export function Pager({ page, pages, addressOf, words }: Props) {
  if (pages === 1) return null
  return (
    <nav aria-label={words.label} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {page > 1 && (
        <Link className={buttonClass('plain')} href={addressOf(page - 1)} rel="prev" prefetch={false}>
          {words.previous}
        </Link>
      )}
      <span className="text-muted">{words.here}</span>
      {page < pages && (
        <Link className={buttonClass('plain')} href={addressOf(page + 1)} rel="next" prefetch={false}>
          {words.next}
        </Link>
      )}
    </nav>
  )
}
