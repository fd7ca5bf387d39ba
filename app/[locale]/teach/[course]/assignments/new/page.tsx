import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AssignmentFields } from '@/components/assign/assignment-fields'
import { fieldErrors } from '@/components/assign/field-errors'
import { ActionForm } from '@/components/ui/form/action-form'
import { Page } from '@/components/ui/page'
import { forms, levels, presets } from '@/lib/assessment/blueprint'
import { topics } from '@/lib/items/topics'
import { findReader } from '@/lib/session/reader'
import { findCourse } from '@/lib/store/teach/course'
import { assignmentKinds, defaultAssignments, parts, whens } from '@/lib/teach/assignment'
import { daysLater, wallTimeOf } from '@/lib/teach/local-time'
import { makeFromForm } from '../save-assignment'

type Props = PageProps<'/[locale]/teach/[course]/assignments/new'>

const kindIn = async ({ searchParams }: Props) => {
  const asked = (await searchParams).kind
  return assignmentKinds.find((known) => known === asked) ?? 'homework'
}

const titles = { homework: 'makeHomework', exam: 'makeExam' } as const

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('assign')
  return { title: t(titles[await kindIn(props)]) }
}

/** A new assignment, as most want it to begin with. */
export default async function NewAssignmentPage(props: Props) {
  const t = await getTranslations('assign')
  const locale = await getLocale()
  const { course: courseId } = await props.params
  const kind = await kindIn(props)
  const { userId, timeZone } = await findReader()
  const course = userId === undefined ? undefined : await findCourse({ userId, courseId, act: 'edit assignments' })
  if (course === undefined || course.archivedAt !== null) notFound()
  const settings = defaultAssignments[kind]
  const wall = (days: number) => wallTimeOf(daysLater(Date.now(), days, timeZone), timeZone)
  const tomorrow = `${wall(1).slice(0, 10)}T08:00`
  const due = kind === 'homework' ? `${wall(8).slice(0, 10)}T23:59` : ''
  const closes = kind === 'exam' ? `${tomorrow.slice(0, 11)}09:30` : ''
  return (
    <Page title={t(titles[kind])}>
      <ActionForm act={makeFromForm.bind(null, courseId)} submit={t('fields.make')} errors={fieldErrors(t)}>
        <input type="hidden" name="kind" value={kind} />
        <AssignmentFields
          {...{ kind, settings, timeZone, locale }}
          title=""
          preset={presets.midterm}
          times={{ opensAt: tomorrow, dueAt: due, closesAt: closes }}
          lists={{ topics, levels, forms, parts, whens }}
        />
        <p className="text-muted text-sm">{t('fields.makeHint')}</p>
      </ActionForm>
    </Page>
  )
}
