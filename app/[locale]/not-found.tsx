import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { Link } from '@/lib/i18n/navigation'

export async function generateMetadata(): Promise<Metadata> {
  const [t, shell] = await Promise.all([getTranslations('error.notFound'), getTranslations('shell')])
  // The layout's template is for the pages below it, not for the one beside it.
  return { title: { absolute: `${t('title')} · ${shell('name')}` } }
}

export default function NotFound() {
  const t = useTranslations('error.notFound')
  return (
    <Page title={t('title')}>
      <p>{t('body')}</p>
      <p>
        <Link href="/" className={buttonClass('primary')}>
          {t('home')}
        </Link>
      </p>
    </Page>
  )
}
