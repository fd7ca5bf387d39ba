import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import type { Act } from '@/components/ui/form/form-state'
import { summaryLook } from '@/components/ui/summary-look'

type Props = {
  readonly act: Act
  readonly assignments: readonly { readonly id: string; readonly title: string; readonly weight: number }[]
  readonly dropLowest: number
}

/** By what weights the marks make a total. */
export function MarkingForm({ act, assignments, dropLowest }: Props) {
  const t = useTranslations('marks')
  return (
    <details className="max-w-text print:hidden">
      <summary className={summaryLook}>{t('marking.title')}</summary>
      <div className="flex flex-col gap-4 border-rule border-l-4 pt-2 pl-4">
        <p className="text-muted">{t('marking.lead')}</p>
        <ActionForm
          act={act}
          submit={t('marking.save')}
          done={t('marking.saved')}
          errors={{ wrong: t('marking.wrong'), 'no such course': t('marking.gone'), busy: t('busy') }}
        >
          {assignments.map(({ id, title, weight }) => (
            <TextField
              key={id}
              name={`weight ${id}`}
              label={t('marking.weight', { title })}
              inputMode="numeric"
              isShort
              defaultValue={weight}
            />
          ))}
          <TextField
            name="dropLowest"
            label={t('marking.dropLowest')}
            inputMode="numeric"
            isShort
            defaultValue={dropLowest}
          />
        </ActionForm>
      </div>
    </details>
  )
}
