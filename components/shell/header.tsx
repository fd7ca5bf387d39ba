import { useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/navigation'
import { LanguageSwitch } from './language-switch'
import { PlaceLinks } from './place-links'
import { SettingsLink } from './settings-link'
import type { Theme } from './theme'
import { ThemeSwitch } from './theme-switch'

/** Where the header leads, in the order of the day. A place is added here when its page exists. */
const places = [
  // On a phone the name of the house leads home, so that the places stand in one row.
  { key: 'home', href: '/', onPhone: false },
  { key: 'learn', href: '/learn' },
  { key: 'practice', href: '/practice' },
  // Cards are looked at from the review: one place more would take a row of its own on a phone.
  { key: 'review', href: '/review', holds: ['/cards'] },
  { key: 'exam', href: '/exam' },
  { key: 'progress', href: '/progress' },
  { key: 'teach', href: '/teach', holds: ['/join'] },
] as const

type Props = {
  readonly theme: Theme
  /** The reader, once there is anything kept of them. */
  readonly who: { readonly isGuest: boolean; readonly email: string | null } | undefined
}

export function Header({ theme, who }: Props) {
  const t = useTranslations('shell')
  return (
    <header className="border-rule border-b bg-sheet">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:bg-sheet focus:p-2">
        {t('skip')}
      </a>
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 sm:gap-x-8">
        <Link href="/" className="font-mono font-semibold">
          {t('name')}
        </Link>
        <div className="order-last w-full grow sm:order-none sm:w-auto">
          <PlaceLinks
            label={t('places.label')}
            places={places.map(({ key, ...place }) => ({ ...place, name: t(`places.${key}`) }))}
          />
        </div>
        <div className="ml-auto flex items-center gap-3 sm:gap-4">
          <SettingsLink
            label={t('settings')}
            who={who === undefined ? undefined : who.isGuest ? t('guest') : (who.email ?? t('account'))}
          />
          <LanguageSwitch label={t('language')} />
          <ThemeSwitch
            chosen={theme}
            label={t('theme.label')}
            names={{ system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }}
          />
        </div>
      </div>
    </header>
  )
}
