import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { Link } from '@/lib/i18n/navigation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('error.notFound')
  return { title: t('title') }
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
