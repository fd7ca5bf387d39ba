import { Link } from '@/lib/i18n/navigation'

type Props = { readonly label: string; readonly who: string | undefined }

/** The way to what is the reader's own, and who that is; on a phone the name is for the ear alone. */
export function SettingsLink({ label, who }: Props) {
  return (
    <Link
      href="/settings"
      prefetch={false}
      title={who === undefined ? label : `${label} · ${who}`}
      className="flex min-h-8 min-w-8 items-center justify-center gap-1.5 text-muted hover:text-ink"
    >
      <svg viewBox="0 0 16 16" className="size-5" fill="none" stroke="currentColor" aria-hidden="true">
        <circle cx="8" cy="5.25" r="2.75" />
        <path d="M2.5 14a5.5 5.5 0 0 1 11 0" />
      </svg>
      <span className="sr-only">{label}</span>
      {who !== undefined && (
        <>
          <span className="sr-only md:hidden">{who}</span>
          <span className="hidden max-w-40 truncate text-sm md:inline-block">{who}</span>
        </>
      )}
    </Link>
  )
}
