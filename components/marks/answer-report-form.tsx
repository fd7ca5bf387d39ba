import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import { SelectField, TextAreaField } from '@/components/ui/form/fields'
import type { Act } from '@/components/ui/form/form-state'

type Props = { readonly act: Act; readonly student: string; readonly number: number; readonly mayWithdraw: boolean }

/** The answer to a report, and what becomes of the question. */
export function AnswerReportForm({ act, student, number, mayWithdraw }: Props) {
  const t = useTranslations('marks')
  return (
    <ActionForm
      act={act}
      submit={t('reports.send')}
      submitName={t('reports.sendTo', { student, number: String(number) })}
      look="plain"
      errors={{
        answer: t('reports.problems.answer'),
        'no such report': t('reports.problems.no such report'),
        'answered already': t('reports.problems.answered already'),
        busy: t('busy'),
      }}
    >
      <TextAreaField name="answer" label={t('reports.answer')} rows={3} maxLength={1000} />
      <SelectField
        name="outcome"
        label={t('reports.outcome')}
        options={[
          { value: 'kept', text: t('reports.keep') },
          ...(mayWithdraw ? [{ value: 'withdrawn', text: t('reports.withdraw') }] : []),
        ]}
        defaultValue="kept"
      />
      {!mayWithdraw && <p className="text-muted text-sm">{t('reports.notYours')}</p>}
    </ActionForm>
  )
}
