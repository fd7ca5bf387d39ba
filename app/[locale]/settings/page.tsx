import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { SettingsFields } from '@/components/settings/settings-fields'
import { LanguageSwitch } from '@/components/shell/language-switch'
import { parseTheme, themeCookie } from '@/components/shell/theme'
import { ThemeChoice } from '@/components/shell/theme-choice'
import { ActionForm } from '@/components/ui/form/action-form'
import { Page } from '@/components/ui/page'
import { easyShares, examBlueprints, weekdays } from '@/lib/review/settings'
import { findReader } from '@/lib/session/reader'
import { changeSettings } from './change-settings'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

/** How the reader wants it: in this browser, and wherever they review. */
export default async function SettingsPage() {
  const t = await getTranslations('settings')
  const shell = await getTranslations('shell')
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  const { settings, foundTimeZone } = await findReader()
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  const { timeZone } = settings
  return (
    <Page title={t('title')}>
      <section className="flex flex-col gap-4">
        <h2>{t('browser')}</h2>
        <div className="flex flex-col gap-1">
          <p className="font-medium">{shell('language')}</p>
          <LanguageSwitch label={shell('language')} all />
        </div>
        <ThemeChoice
          chosen={theme}
          label={shell('theme.label')}
          names={{ system: shell('theme.system'), light: shell('theme.light'), dark: shell('theme.dark') }}
        />
      </section>
      <ActionForm
        act={changeSettings}
        submit={t('save')}
        done={t('saved')}
        errors={{ invalid: t('invalid'), busy: t('busy') }}
      >
        <SettingsFields
          settings={settings}
          foundTimeZone={foundTimeZone}
          timeZones={timeZone === null || zones.includes(timeZone) ? zones : [timeZone, ...zones]}
          weekdays={weekdays}
          easyShares={easyShares}
          examBlueprints={examBlueprints}
        />
      </ActionForm>
    </Page>
  )
}
