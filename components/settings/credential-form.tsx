import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import type { Act } from '@/components/ui/form/form-state'
import { useAccountErrors } from './use-account-errors'

type Props = {
  readonly act: Act
  readonly purpose: 'make' | 'sign in'
  /** The email that an account without a password has already. */
  readonly email?: string
  /** Where to go on to afterwards, where that is not the account. */
  readonly to?: string | undefined
}

/** An email and a password, to make an account of or to sign in with. */
export function CredentialForm({ act, purpose, email, to }: Props) {
  const t = useTranslations('account')
  const errors = useAccountErrors()
  const isNew = purpose === 'make'
  return (
    <ActionForm act={act} submit={isNew ? t('make') : t('signIn')} errors={errors}>
      {to !== undefined && <input type="hidden" name="to" value={to} />}
      <TextField
        name="email"
        type="email"
        autoComplete="username"
        spellCheck={false}
        label={t('email')}
        problem={t('problems.email')}
        {...(email !== undefined && { defaultValue: email, readOnly: true })}
      />
      <TextField
        name="password"
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        label={t('password')}
        problem={t('problems.password')}
        {...(isNew && { hint: t('passwordHint') })}
      />
    </ActionForm>
  )
}
