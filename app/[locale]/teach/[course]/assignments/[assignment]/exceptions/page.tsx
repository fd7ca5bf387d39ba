import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { addressOf } from '@/components/assign/assignment-link'
import { ActionForm } from '@/components/ui/form/action-form'
import { SelectField, TextField } from '@/components/ui/form/fields'
import { Page } from '@/components/ui/page'
import { listExceptions, listStudents } from '@/lib/store/teach/list-exceptions'
import { openAssignment } from '../../open-assignment'
import { saveFromForm } from './save-exception'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assign.exceptions')
  return { title: t('title') }
}

/** What is otherwise for single students in an assignment. */
export default async function ExceptionsPage({
  params,
}: PageProps<'/[locale]/teach/[course]/assignments/[assignment]/exceptions'>) {
  const [t, fields] = await Promise.all([getTranslations('assign.exceptions'), getTranslations('assign.fields')])
  const format = await getFormatter()
  const { assignment, userId, timeZone } = await openAssignment(params, 'edit assignments')
  const { id, courseId } = assignment
  const students = await listStudents({ userId, courseId })
  const exceptions = await listExceptions({ userId, assignmentId: id })
  const date = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const errors = Object.fromEntries(
    (['invalid', 'no such student', 'no such assignment', 'busy'] as const).map((error) => [
      error,
      t(`errors.${error}`),
    ]),
  )
  return (
    <Page title={t('title')} back={{ href: addressOf(assignment), text: assignment.title }}>
      <p>{t('lead')}</p>
      <ActionForm act={saveFromForm.bind(null, id)} submit={t('keep')} done={t('kept')} errors={errors}>
        <SelectField
          name="student"
          label={t('student')}
          problem={t('errors.no such student')}
          defaultValue=""
          options={[{ value: '', text: '–' }, ...students.map(({ userId: value, name }) => ({ value, text: name }))]}
        />
        <p className="text-muted text-sm">{fields('zone', { zone: timeZone })}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          {(['opensAt', 'dueAt', 'closesAt'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              type="datetime-local"
              label={fields(name)}
              problem={fields('opensProblem')}
            />
          ))}
        </div>
        <TextField
          name="tries"
          type="number"
          isShort
          min={0}
          max={20}
          defaultValue={0}
          label={t('tries')}
          problem={fields('numberProblem')}
        />
        <TextField name="reason" label={t('reason')} problem={t('reasonProblem')} maxLength={200} autoComplete="off" />
      </ActionForm>
      {exceptions.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-rule border-rule border-y">
          {exceptions.map(({ id: key, name, at, opensAt, dueAt, closesAt, tries, reason }) => (
            <li key={key} className="py-2 [overflow-wrap:anywhere]">
              {t('entry', {
                name,
                reason,
                date: date(at),
                what: [
                  opensAt !== null && t('opens', { date: date(opensAt) }),
                  dueAt !== null && t('due', { date: date(dueAt) }),
                  closesAt !== null && t('closes', { date: date(closesAt) }),
                  t('moreTries', { tries }),
                ]
                  .filter((part) => part !== false)
                  .join(', '),
              })}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
