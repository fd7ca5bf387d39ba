import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { lessonNames } from '@/lib/scenario/lessons/lessons'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('scenario.lessons')
  return { title: t('title'), description: t('lead') }
}

export default function Lessons() {
  const t = useTranslations('scenario.lessons')
  const learn = useTranslations('learn')
  return (
    <Page title={t('title')} back={{ href: '/learn', text: learn('title') }}>
      <p>{t('lead')}</p>
      <ol className="flex list-decimal flex-col gap-3 pl-6 marker:text-muted">
        {lessonNames.map((name) => (
          <li key={name} className="pl-1">
            <Link href={`/learn/lessons/${name}`} prefetch={false} className={`font-semibold ${textLink}`}>
              {t(`names.${name}.title`)}
            </Link>
            <p className="text-muted">{t(`names.${name}.lead`)}</p>
          </li>
        ))}
      </ol>
    </Page>
  )
}
