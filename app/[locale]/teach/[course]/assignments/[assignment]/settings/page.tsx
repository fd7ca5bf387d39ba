import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AssignmentFields } from '@/components/assign/assignment-fields'
import { addressOf } from '@/components/assign/assignment-link'
import { fieldErrors } from '@/components/assign/field-errors'
import { ActionForm } from '@/components/ui/form/action-form'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { forms, levels, presets } from '@/lib/assessment/blueprint'
import { Link } from '@/lib/i18n/navigation'
import { topics } from '@/lib/items/topics'
import { parts, whens } from '@/lib/teach/assignment'
import { wallTimeOf } from '@/lib/teach/local-time'
import { openAssignment } from '../../open-assignment'
import { changeFromForm } from '../../save-assignment'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assign.fields')
  return { title: t('change') }
}

/** The settings of an assignment. */
export default async function SettingsPage({
  params,
}: PageProps<'/[locale]/teach/[course]/assignments/[assignment]/settings'>) {
  const t = await getTranslations('assign')
  const locale = await getLocale()
  const { assignment, timeZone } = await openAssignment(params, 'edit assignments')
  const { id, kind, title, settings, opensAt, dueAt, closesAt } = assignment
  const wall = (at: Date | null) => (at === null ? '' : wallTimeOf(at.getTime(), timeZone))
  return (
    <Page title={t('fields.change')} back={{ href: addressOf(assignment), text: assignment.title }}>
      <ActionForm
        act={changeFromForm.bind(null, id)}
        submit={t('fields.keep')}
        done={t('fields.kept')}
        errors={fieldErrors(t)}
      >
        <AssignmentFields
          {...{ kind, title, settings, timeZone, locale }}
          preset={presets.midterm}
          times={{ opensAt: wall(opensAt), dueAt: wall(dueAt), closesAt: wall(closesAt) }}
          lists={{ topics, levels, forms, parts, whens }}
        />
      </ActionForm>
      <p>
        <Link className={textLink} href={`${addressOf(assignment)}/pick`}>
          {t('fields.pick')}
        </Link>
      </p>
    </Page>
  )
}
