import { getTranslations } from 'next-intl/server'
import { PlaceLinks } from '@/components/shell/place-links'

const parts = [
  { key: 'overview', href: '/progress' },
  { key: 'memory', href: '/progress/memory' },
  { key: 'work', href: '/progress/work' },
  { key: 'misconceptions', href: '/progress/misconceptions' },
  { key: 'cards', href: '/progress/cards' },
] as const

/** What has become of somebody's work: what they remember, how much they did, what they seem to believe, card by card. */
export default async function ProgressLayout({ children }: LayoutProps<'/[locale]/progress'>) {
  const t = await getTranslations('progress')
  return (
    <div className="flex flex-col gap-6">
      <PlaceLinks label={t('parts.label')} places={parts.map(({ key, href }) => ({ href, name: t(`parts.${key}`) }))} />
      {children}
    </div>
  )
}
