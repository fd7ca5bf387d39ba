import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import type { Act } from '@/components/ui/form/form-state'
import { summaryLook } from '@/components/ui/summary-look'
import type { Change } from '@/lib/teach/regrade'
import type { MarkWriter } from './write-marks'

type Named = Change & { readonly name: string }

type Props = {
  readonly rule: string
  /** The students whose mark changes, and all who have one. */
  readonly changed: readonly Named[]
  readonly all: readonly Named[]
  readonly digest: string
  readonly keep: Act
  readonly drop: Act
  readonly write: MarkWriter
}

/** What a rule would do to each student, and the choice to keep it or not. */
export function RegradePreview({ rule, changed, all, digest, keep, drop, write }: Props) {
  const t = useTranslations('marks')
  const errors = {
    'no such assignment': t('regrade.problems.no such assignment'),
    'changed meanwhile': t('regrade.problems.changed meanwhile'),
    reason: t('regrade.problems.reason'),
    busy: t('busy'),
  }
  return (
    <section aria-labelledby="preview" className="flex flex-col gap-4 border-accent border-l-4 pl-4">
      <h2 id="preview" className="[overflow-wrap:anywhere]">
        {t('regrade.previewOf', { rule })}
      </h2>
      <p className="font-semibold">{t('regrade.changed', { count: changed.length })}</p>
      {changed.length > 0 && <ChangeTable changes={changed} write={write} />}
      {all.length > changed.length && (
        <details>
          <summary className={summaryLook}>{t('regrade.all')}</summary>
          <ChangeTable changes={all} write={write} />
        </details>
      )}
      <div className="flex max-w-text flex-col gap-4">
        <ActionForm act={keep} submit={t('regrade.keep')} errors={errors}>
          <input type="hidden" name="digest" value={digest} />
          <TextField name="reason" label={t('regrade.reason')} maxLength={500} />
        </ActionForm>
        <ActionForm act={drop} submit={t('regrade.drop')} errors={errors} look="plain">
          <input type="hidden" name="changed" value={changed.length} />
        </ActionForm>
      </div>
    </section>
  )
}

function ChangeTable({ changes, write }: { readonly changes: readonly Named[]; readonly write: MarkWriter }) {
  const t = useTranslations('marks')
  const cell = 'py-1 pl-3 text-right tabular-nums'
  const points = (mark: Change['before']) =>
    mark === null ? t('noMark') : t('points', { earned: write.points(mark.earned), outOf: write.points(mark.outOf) })
  return (
    <table className="w-full max-w-text border-collapse text-[0.94em]">
      <thead>
        <tr className="border-edge border-b">
          <th scope="col" className="py-1 text-left font-medium">
            {t('regrade.student')}
          </th>
          {(['before', 'after', 'difference'] as const).map((name) => (
            <th key={name} scope="col" className={`${cell} font-medium`}>
              {t(`regrade.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ userId, name, before, after }) => (
          <tr key={userId} className="border-rule border-b">
            <th scope="row" className="py-1 text-left font-normal [overflow-wrap:anywhere]">
              {name}
            </th>
            <td className={cell}>{points(before)}</td>
            <td className={cell}>{points(after)}</td>
            <td className={cell}>{write.difference((after?.earned ?? 0) - (before?.earned ?? 0))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
