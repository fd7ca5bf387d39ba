import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/lib/i18n/navigation'

/** What to do so that there is progress to see. */
export function NothingYet() {
  const t = useTranslations('progress.empty')
  return (
    <div className="flex max-w-text flex-col gap-4">
      <p className="text-lg">{t('text')}</p>
      <p className="flex flex-wrap gap-4">
        <Link className={buttonClass('primary')} href="/review">
          {t('review')}
        </Link>
        <Link className={buttonClass('plain')} href="/practice">
          {t('practise')}
        </Link>
      </p>
    </div>
  )
}
