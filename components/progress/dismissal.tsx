import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { Act } from '@/components/ui/form/form-state'

type Props = {
  readonly id: string
  readonly belief: string
  readonly isDismissed: boolean
  readonly act: Act
}

/** The button that dismisses a belief, or brings it back. */
export function Dismissal({ id, belief, isDismissed, act }: Props) {
  const t = useTranslations('progress.beliefs')
  const name = belief.replaceAll('`', '')
  return (
    <ActionForm
      act={act}
      submit={t(isDismissed ? 'restore' : 'dismiss')}
      submitName={t(isDismissed ? 'restoreName' : 'dismissName', { belief: name })}
      done={t(isDismissed ? 'restored' : 'dismissed')}
      errors={{ busy: t('busy') }}
      look="plain"
    >
      <input type="hidden" name="belief" value={id} />
      <input type="hidden" name="act" value={isDismissed ? 'restore' : 'dismiss'} />
    </ActionForm>
  )
}
