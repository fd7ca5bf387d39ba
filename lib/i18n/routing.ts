import { defineRouting } from 'next-intl/routing'

export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]

/** Each address carries its language; `/` goes where the reader's browser asks, or where they last were. */
export const routing = defineRouting({
  locales,
  defaultLocale: 'en',
  localePrefix: 'always',
  localeCookie: { name: 'locale', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax' },
})
