import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import { Page } from '@/components/ui/page'
import { goToQuestion } from './go-to-question'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('live')
  return { title: t('phoneTitle') }
}

/** Where somebody in the hall types the code of a question. */
export default async function LivePage() {
  const t = await getTranslations('live')
  const errors = { 'no code': t('phoneNoCode'), 'no such question': t('phoneNone'), wait: t('phoneWait') }
  return (
    <Page title={t('phoneTitle')}>
      <ActionForm act={goToQuestion} submit={t('phoneGo')} errors={{ ...errors, busy: t('failed') }}>
        <TextField
          name="code"
          label={t('code')}
          hint={t('phoneLead')}
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          isShort
        />
      </ActionForm>
    </Page>
  )
}
