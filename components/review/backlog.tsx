import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import { SelectField } from '@/components/ui/form/fields'
import type { Act } from '@/components/ui/form/form-state'

type Props = {
  /** Cards that were due before today; 0 where they are too few to speak of. */
  readonly overdue: number
  /** Cards that wait for a later day. */
  readonly postponed: number
  readonly spread: Act
  readonly gather: Act
}

const choices = [3, 7, 14, 30] as const

/** What has piled up, and how to spread it; or what was spread, and how to take that back. */
export function Backlog({ overdue, postponed, spread, gather }: Props) {
  const t = useTranslations('review')
  const errors = { busy: t('busy') }
  if (postponed > 0)
    return (
      <aside className="flex flex-col gap-3 border-accent border-l-4 pl-4">
        <p>{t('backlog.waiting', { count: postponed })}</p>
        <ActionForm act={gather} submit={t('backlog.gather')} done={t('backlog.gathered')} errors={errors} look="plain">
          {null}
        </ActionForm>
      </aside>
    )
  if (overdue === 0) return null
  return (
    <details className="border-accent border-l-4 pl-4">
      <summary className="min-h-11 cursor-pointer py-2">{t('backlog.due', { overdue })}</summary>
      <ActionForm act={spread} submit={t('backlog.spread')} done={t('backlog.spreadDone')} errors={errors} look="plain">
        <SelectField
          name="days"
          label={t('backlog.days')}
          options={choices.map((days) => ({ value: String(days), text: t('backlog.inDays', { days: String(days) }) }))}
          defaultValue="7"
        />
      </ActionForm>
    </details>
  )
}
