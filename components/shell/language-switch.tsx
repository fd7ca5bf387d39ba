'use client'

import { useLocale } from 'next-intl'
import { getPathname, usePathname } from '@/lib/i18n/navigation'
import { locales } from '@/lib/i18n/routing'

const names = { en: 'English', 'zh-CN': '中文' } as const

/**
 * The same page in the other languages; with `all` in this one too. A plain link: the whole document changes its
 * language, its fonts too.
 */
export function LanguageSwitch({ label, all = false }: { readonly label: string; readonly all?: boolean }) {
  const current = useLocale()
  const pathname = usePathname()
  return (
    <nav aria-label={label} className="flex gap-3">
      {locales
        .filter((locale) => all || locale !== current)
        .map((locale) => (
          <a
            key={locale}
            href={getPathname({ href: pathname, locale })}
            lang={locale}
            hrefLang={locale}
            aria-current={locale === current ? 'true' : undefined}
            className={
              all
                ? 'inline-flex min-h-11 items-center rounded-sm border border-edge px-4 aria-[current]:bg-rule'
                : 'text-muted underline-offset-4 hover:text-ink hover:underline'
            }
          >
            {names[locale]}
          </a>
        ))}
    </nav>
  )
}
