import { Link } from '@/lib/i18n/navigation'

/** The way to what is the reader's own. */
export function SettingsLink({ label }: { readonly label: string }) {
  return (
    <Link
      href="/settings"
      prefetch={false}
      title={label}
      className="flex size-8 items-center justify-center text-muted hover:text-ink"
    >
      <svg viewBox="0 0 16 16" className="size-5" fill="none" stroke="currentColor" aria-hidden="true">
        <circle cx="8" cy="5.25" r="2.75" />
        <path d="M2.5 14a5.5 5.5 0 0 1 11 0" />
      </svg>
      <span className="sr-only">{label}</span>
    </Link>
  )
}
