import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import type { Act } from '@/components/ui/form/form-state'
import { summaryLook } from '@/components/ui/summary-look'
import type { MarkWriter } from './write-marks'

type Props = {
  readonly act: Act
  readonly title: string
  readonly outOf: number
  /** In hundredths; null where there are none by hand. */
  readonly points: number | null
  readonly comment: string
  readonly write: MarkWriter
}

/** Points by hand with a reason, and a comment. */
export function GiveMarkForm({ act, title, outOf, points, comment, write }: Props) {
  const t = useTranslations('marks')
  const most = write.points(outOf)
  return (
    <details className="print:hidden">
      <summary className={summaryLook} aria-label={t('student.giveFor', { title })}>
        {t('student.give')}
      </summary>
      <div className="border-rule border-l-4 pt-2 pl-4">
        <ActionForm
          act={act}
          submit={t('student.save')}
          done={t('student.saved')}
          look="plain"
          errors={{
            points: t('student.problems.points', { outOf: most }),
            'too many points': t('student.problems.points', { outOf: most }),
            'no reason': t('student.problems.reason'),
            'no such student': t('student.problems.gone'),
            busy: t('busy'),
          }}
        >
          <TextField
            name="points"
            label={t('student.points', { outOf: most })}
            hint={t('student.pointsHint')}
            inputMode="decimal"
            isShort
            defaultValue={points === null ? '' : points / 100}
          />
          <TextField name="reason" label={t('student.reason')} hint={t('student.reasonHint')} maxLength={500} />
          <TextField name="comment" label={t('student.comment')} maxLength={1000} defaultValue={comment} />
        </ActionForm>
      </div>
    </details>
  )
}
