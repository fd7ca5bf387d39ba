import { useLocale, useTranslations } from 'next-intl'
import type { Act } from '@/components/ui/form/form-state'
import { getPathname } from '@/lib/i18n/navigation'
import { CredentialForm } from './credential-form'
import { PasskeyButton } from './passkey-button'
import { ProviderButton } from './provider-button'
import { useAccountErrors } from './use-account-errors'

type Props = {
  readonly purpose: 'make' | 'sign in'
  readonly act: Act
  readonly becomeGuest: () => Promise<void>
  /** Where to go on to afterwards, where that is not the account. */
  readonly to?: string | undefined
  /** Whether passkeys work at this address. */
  readonly passkeys: boolean
  /** What a new passkey is called. */
  readonly passkeyName: string
  /** The provider's id and name, where there is one. */
  readonly provider: { readonly id: string; readonly name: string } | undefined
}

/** The ways into an account, new or old: a password, a passkey, a provider. */
export function WaysIn({ purpose, act, becomeGuest, to, passkeys, passkeyName, provider }: Props) {
  const t = useTranslations('account')
  const locale = useLocale()
  const errors = useAccountErrors()
  const isNew = purpose === 'make'
  const at = (href: string) => getPathname({ href, locale })
  const onward = to === undefined ? '' : `?to=${to}`
  return (
    <div className="flex flex-col gap-6">
      <CredentialForm act={act} purpose={purpose} to={to} />
      {(passkeys || provider !== undefined) && <p className="text-muted">{t('or')}</p>}
      {passkeys && (
        <div className="flex flex-col gap-1">
          <PasskeyButton
            ceremony={isNew ? { kind: 'register', name: passkeyName } : { kind: 'sign in' }}
            {...(isNew && { before: becomeGuest })}
            href={at(isNew ? (to ?? '/settings/account') : `/settings/account/merge${onward}`)}
            errors={errors}
          >
            {isNew ? t('makeByPasskey') : t('signInByPasskey')}
          </PasskeyButton>
          <p className="text-muted text-sm">{t('passkeyHint')}</p>
        </div>
      )}
      {provider !== undefined && (
        <ProviderButton
          way="sign-in/social"
          provider={provider.id}
          before={becomeGuest}
          href={at(`/settings/account/merge${onward}`)}
          failedHref={at(`/settings/account/sign-in${onward}`)}
          failed={errors.failed}
        >
          {t('byProvider', { provider: provider.name })}
        </ProviderButton>
      )}
    </div>
  )
}
