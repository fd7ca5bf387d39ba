import { useTranslations } from 'next-intl'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'

export function Footer() {
  const t = useTranslations('shell')
  return (
    <footer className="border-rule border-t">
      <div className="mx-auto flex max-w-page flex-wrap justify-between gap-x-8 gap-y-2 px-4 py-6 text-muted text-sm">
        <p>{t('footer')}</p>
        <Link href="/programs" prefetch={false} className={textLink}>
          {t('programs')}
        </Link>
      </div>
    </footer>
  )
}
