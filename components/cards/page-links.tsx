import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/lib/i18n/navigation'

type Props = {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly address: (page: number) => string
}

/** The pages of a long list: back, where one is, on. */
export function PageLinks({ page, pages, address }: Props) {
  const t = useTranslations('cards')
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-between gap-3">
      {page > 1 ? (
        <Link href={address(page - 1)} rel="prev" prefetch={false} className={buttonClass()}>
          ← {t('previous')}
        </Link>
      ) : (
        <span />
      )}
      <p className="text-muted">{t('page', { page, pages })}</p>
      {page < pages ? (
        <Link href={address(page + 1)} rel="next" prefetch={false} className={buttonClass()}>
          {t('next')} →
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
