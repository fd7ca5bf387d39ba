import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { parseChosen } from '@/components/pairs/pairs-address'
import { PairsDesk } from '@/components/pairs/pairs-desk'
import { timelineTexts } from '@/components/timeline/texts'
import { Page } from '@/components/ui/page'
import { loadSay } from '@/lib/i18n/say'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pairs')
  return { title: t('title'), description: t('lead') }
}

export default async function PairsPage({ searchParams }: PageProps<'/[locale]/learn/pairs'>) {
  const { model, a, b } = await searchParams
  const one = (value: string | string[] | undefined) => [value].flat()[0]
  const [t, learn, messages, locale] = await Promise.all([
    getTranslations('pairs'),
    getTranslations('learn'),
    getMessages(),
    getLocale(),
  ])
  return (
    <Page title={t('title')} width="page" back={{ href: '/learn', text: learn('title') }}>
      <p className="max-w-text">{t('lead')}</p>
      <NextIntlClientProvider messages={{ pairs: messages.pairs }}>
        <PairsDesk
          first={parseChosen({ model: one(model), a: one(a), b: one(b) })}
          timeline={timelineTexts(await loadSay(locale))}
        />
      </NextIntlClientProvider>
    </Page>
  )
}
