import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OfflineDesk } from '@/components/offline/offline-desk'
import { offlineTexts, othersTexts } from '@/components/offline/texts'
import { practiceTexts } from '@/components/practice/texts'
import { reviewTexts } from '@/components/review/texts'
import { findBuildId } from '@/lib/build-id'
import { loadSay } from '@/lib/i18n/say'
import { ThemeScript } from './theme-script'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offline')
  return { title: t('title'), robots: { index: false } }
}

/**
 * The page that the service worker keeps and gives where no other comes. It is kept as nobody sees it (public/sw.js), so
 * that it names nobody; whose cards are on the device, the device knows.
 */
export default async function OfflinePage() {
  const locale = await getLocale()
  const say = await loadSay(locale)
  return (
    <>
      <ThemeScript />
      <OfflineDesk
        build={findBuildId() ?? 'development'}
        locale={locale}
        texts={practiceTexts(say)}
        review={reviewTexts(say)}
        words={offlineTexts(say)}
        others={othersTexts(say)}
      />
    </>
  )
}
