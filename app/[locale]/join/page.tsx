import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import { Page } from '@/components/ui/page'
import { teachErrors } from '../teach/teach-errors'
import { tryDoor } from './try-door'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teach')
  return { title: t('joinTitle') }
}

/** Where a code from a slide is typed. */
export default async function JoinPage() {
  const t = await getTranslations('teach')
  return (
    <Page title={t('joinTitle')}>
      <p>{t('joinLead')}</p>
      <ActionForm act={tryDoor} submit={t('goOn')} errors={teachErrors(t)}>
        <TextField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          problem={t('problems.code')}
          isShort
          autoComplete="off"
          spellCheck={false}
          maxLength={12}
        />
      </ActionForm>
    </Page>
  )
}
