'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'

type Props = { readonly error: Error & { readonly digest?: string }; readonly retry: () => void }

/** Shown in place of a page that threw. The digest is what the log has, so that a person can quote it. */
export default function Failed({ error, retry }: Props) {
  const t = useTranslations('error.failed')
  return (
    <Page title={t('title')}>
      <p>{t('body')}</p>
      {error.digest !== undefined && <p className="text-muted text-sm">{t('reference', { digest: error.digest })}</p>}
      <p>
        <Button look="primary" onClick={retry}>
          {t('retry')}
        </Button>
      </p>
    </Page>
  )
}
