import { getTranslations } from 'next-intl/server'
import { PlaceLinks } from '@/components/shell/place-links'

const parts = [
  { key: 'settings', href: '/settings' },
  { key: 'memory', href: '/settings/memory' },
  { key: 'account', href: '/settings/account' },
  { key: 'data', href: '/settings/data' },
] as const

/** What is the reader's own: how they want it, who they are, what is kept of them. */
export default async function SettingsLayout({ children }: LayoutProps<'/[locale]/settings'>) {
  const t = await getTranslations('settings')
  return (
    <div className="flex flex-col gap-6">
      <PlaceLinks label={t('parts.label')} places={parts.map(({ key, href }) => ({ href, name: t(`parts.${key}`) }))} />
      {children}
    </div>
  )
}
