import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import type { Act } from '@/components/ui/form/form-state'
import { getPathname } from '@/lib/i18n/navigation'
import { CredentialForm } from './credential-form'
import { PasskeyButton } from './passkey-button'
import { ProviderButton } from './provider-button'
import { useAccountErrors } from './use-account-errors'

type Passkey = { readonly id: string; readonly name: string | null; readonly createdAt: Date | null }

type Props = {
  readonly person: {
    readonly email: string | null
    readonly hasPassword: boolean
    readonly hasProvider: boolean
    readonly passkeys: readonly Passkey[]
  }
  readonly timeZone: string
  readonly actions: Readonly<Record<'addPassword' | 'changePassword' | 'removePasskey', Act>>
  readonly passkeys: boolean
  readonly passkeyName: string
  readonly provider: { readonly id: string; readonly name: string } | undefined
}

/** What opens an account, and how to change it. */
export function AccountWays({ person, timeZone, actions, passkeys, passkeyName, provider }: Props) {
  const t = useTranslations('account')
  const locale = useLocale()
  const errors = useAccountErrors()
  const here = getPathname({ href: '/settings/account', locale })
  return (
    <>
      <section className="flex flex-col gap-4 border-rule border-t pt-6">
        <h2>{person.hasPassword ? t('changePassword') : t('addPassword')}</h2>
        {person.hasPassword ? (
          <PasswordForm act={actions.changePassword} email={person.email} />
        ) : (
          <CredentialForm
            act={actions.addPassword}
            purpose="make"
            {...(person.email !== null && { email: person.email })}
          />
        )}
      </section>
      {(passkeys || person.passkeys.length > 0) && (
        <section className="flex flex-col gap-4 border-rule border-t pt-6">
          <h2>{t('passkeys')}</h2>
          <PasskeyList passkeys={person.passkeys} timeZone={timeZone} remove={actions.removePasskey} />
          {passkeys && (
            <PasskeyButton
              ceremony={{ kind: 'register', name: person.email ?? passkeyName }}
              href={here}
              errors={errors}
            >
              {t('addPasskey')}
            </PasskeyButton>
          )}
        </section>
      )}
      {provider !== undefined && (
        <section className="flex flex-col gap-4 border-rule border-t pt-6">
          <h2>{provider.name}</h2>
          {person.hasProvider ? (
            <p>{t('connected', { provider: provider.name })}</p>
          ) : (
            <ProviderButton
              way="link-social"
              provider={provider.id}
              href={here}
              failedHref={getPathname({ href: '/settings/account/sign-in', locale })}
              failed={errors.failed}
            >
              {t('connect', { provider: provider.name })}
            </ProviderButton>
          )}
        </section>
      )}
    </>
  )
}

function PasswordForm({ act, email }: { readonly act: Act; readonly email: string | null }) {
  const t = useTranslations('account')
  const errors = useAccountErrors()
  return (
    <ActionForm
      act={act}
      submit={t('changePassword')}
      done={t('passwordChanged')}
      errors={{ ...errors, invalid: t('problems.password') }}
      look="plain"
    >
      {/* For password managers, which must know whose password changes. */}
      <input hidden readOnly type="text" autoComplete="username" defaultValue={email ?? ''} />
      <TextField
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        label={t('currentPassword')}
        problem={t('errors.wrongPassword')}
      />
      <TextField
        name="newPassword"
        type="password"
        autoComplete="new-password"
        label={t('newPassword')}
        hint={t('passwordHint')}
        problem={t('problems.password')}
      />
    </ActionForm>
  )
}

type ListProps = { readonly passkeys: readonly Passkey[]; readonly timeZone: string; readonly remove: Act }

function PasskeyList({ passkeys, timeZone, remove }: ListProps) {
  const t = useTranslations('account')
  const format = useFormatter()
  const errors = useAccountErrors()
  if (passkeys.length === 0) return <p className="text-muted">{t('passkeysNone')}</p>
  return (
    <ul className="divide-y divide-rule">
      {passkeys.map(({ id, name, createdAt }) => (
        <li key={id} className="flex flex-col gap-2 py-3">
          <p className="[overflow-wrap:anywhere]">
            {name ?? t('passkey')}
            {createdAt !== null && (
              <span className="block text-muted text-sm">
                {t('since', { date: format.dateTime(createdAt, { dateStyle: 'medium', timeZone }) })}
              </span>
            )}
          </p>
          <ActionForm act={remove} submit={t('removePasskey')} look="plain" errors={errors}>
            <input type="hidden" name="passkey" value={id} />
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
