import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { KeepDevice } from '@/components/offline/keep-device'
import { Footer } from '@/components/shell/footer'
import { Header } from '@/components/shell/header'
import { parseTheme, themeCookie } from '@/components/shell/theme'
import { TimeZoneFinder } from '@/components/shell/time-zone-finder'
import { findBuildId } from '@/lib/build-id'
import { routing } from '@/lib/i18n/routing'
import { deletedCookie } from '@/lib/session/cookie-names'
import { currentHeaders } from '@/lib/session/current-headers'
import { timeZoneCookie } from '@/lib/session/reader'
import { findUserId } from '@/lib/session/session'
import { findName } from '@/lib/store/person'
import '../globals.css'
import { fonts } from './fonts'

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations('shell')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    manifest: `/${locale}/manifest.webmanifest`,
  }
}

/** The paper's colour, for what the system draws around the page of an installed app. */
const papers = { light: '#fbfaf7', dark: '#14171a' } as const

export async function generateViewport(): Promise<Viewport> {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  if (theme !== 'system') return { themeColor: papers[theme] }
  const ofSystem = (['light', 'dark'] as const).map((scheme) => ({
    media: `(prefers-color-scheme: ${scheme})`,
    color: papers[scheme],
  }))
  return { themeColor: ofSystem }
}

export default async function Layout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  // Reading a cookie also makes every page dynamic, without which the nonce of proxy.ts could not be in its scripts.
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  const { error } = await getMessages()
  const userId = await findUserId(await currentHeaders())
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme} className={fonts}>
      <body className="flex min-h-dvh flex-col font-sans">
        <NextIntlClientProvider messages={{ error }}>
          <TimeZoneFinder cookie={timeZoneCookie} />
          <KeepDevice owner={userId ?? null} build={findBuildId()} deletedCookie={deletedCookie} />
          <Header theme={theme} who={userId === undefined ? undefined : await findName(userId)} />
          <main id="content" className="mx-auto w-full max-w-page grow px-4 py-8">
            {children}
          </main>
          <Footer />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
