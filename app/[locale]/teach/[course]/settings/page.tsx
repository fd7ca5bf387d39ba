import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CourseNameFields } from '@/components/teach/course-name-fields'
import { ActionForm } from '@/components/ui/form/action-form'
import { SelectField, TextField } from '@/components/ui/form/fields'
import { Page } from '@/components/ui/page'
import { mostWeeks } from '@/lib/store/teach/copy-course'
import type { Course } from '@/lib/store/teach/course'
import { listPeople, type Named } from '@/lib/store/teach/people'
import { longestName } from '@/lib/teach/member-name'
import { openCourse } from '../../open-course'
import { teachErrors } from '../../teach-errors'
import { archiveCourse, changeCourse, copyCourse, handOver, takeFromArchive } from './change-course'

type Props = PageProps<'/[locale]/teach/[course]/settings'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teach')
  return { title: t('settingsTitle') }
}

/** What its owner alone changes of a course: what it is called, whose it is, the next term, the archive. */
export default async function CourseSettingsPage({ params }: Props) {
  const t = await getTranslations('teach')
  const { course, asking } = await openCourse((await params).course, 'manage course', { archived: true })
  const people = await listPeople(asking)
  const staff = people.flatMap((person) =>
    person.kind === 'named' && (person.role === 'teacher' || person.role === 'assistant') ? [person] : [],
  )
  const isOpen = course.archivedAt === null
  return (
    <Page title={t('settingsTitle')}>
      {isOpen && <Names course={course} />}
      <Copy course={course} staff={staff} />
      <HandOver course={course} staff={staff} />
      {isOpen ? <Archive course={course} /> : <Unarchive course={course} />}
    </Page>
  )
}

type PartProps = { readonly course: Course }
type StaffProps = PartProps & { readonly staff: readonly Named[] }

const part = 'flex flex-col gap-4 border-rule border-t pt-6'

async function Names({ course }: PartProps) {
  const t = await getTranslations('teach')
  return (
    <section>
      <ActionForm act={changeCourse.bind(null, course.id)} submit={t('save')} done={t('saved')} errors={teachErrors(t)}>
        <CourseNameFields name={course.name} term={course.term} longest={longestName} />
        <SelectField
          name="names"
          label={t('namesShown')}
          defaultValue={course.names}
          options={[
            { value: 'real', text: t('namesReal') },
            { value: 'pseudonym', text: t('namesPseudonym') },
          ]}
        />
      </ActionForm>
    </section>
  )
}

async function Copy({ course, staff }: StaffProps) {
  const t = await getTranslations('teach')
  return (
    <section className={part}>
      <h2>{t('copyTitle')}</h2>
      <p>{t('copyLead')}</p>
      <ActionForm act={copyCourse.bind(null, course.id)} submit={t('copyMake')} errors={teachErrors(t)} look="plain">
        <CourseNameFields name={course.name} longest={longestName} />
        <TextField
          {...{ name: 'weeks', label: t('copyWeeks'), hint: t('copyWeeksHint'), problem: t('copyWeeksProblem') }}
          {...{ type: 'number', inputMode: 'numeric', min: 0, max: mostWeeks, defaultValue: 0, isShort: true }}
        />
        {staff.length > 0 && (
          <fieldset className="flex flex-col">
            <legend className="mb-1 font-medium">{t('copyStaff')}</legend>
            {staff.map(({ userId, name, role }) => (
              <label key={userId} className="flex min-h-11 items-center gap-2 [overflow-wrap:anywhere]">
                <input type="checkbox" name="staff" value={userId} defaultChecked className="size-5 shrink-0" />
                {name} · {t(`role.${role}`)}
              </label>
            ))}
          </fieldset>
        )}
      </ActionForm>
    </section>
  )
}

async function HandOver({ course, staff }: StaffProps) {
  const t = await getTranslations('teach')
  return (
    <section id="hand-over" className={part}>
      <h2>{t('handOver')}</h2>
      <p>{t('handOverLead')}</p>
      {staff.length === 0 ? (
        <p className="text-muted">{t('handOverNobody')}</p>
      ) : (
        <ActionForm act={handOver.bind(null, course.id)} submit={t('handOver')} errors={teachErrors(t)} look="plain">
          <SelectField
            name="member"
            label={t('handOverTo')}
            problem={t('problems.member')}
            defaultValue=""
            options={[
              { value: '', text: '–' },
              ...staff.map(({ userId, name, role }) => ({ value: userId, text: `${name} · ${t(`role.${role}`)}` })),
            ]}
          />
        </ActionForm>
      )}
    </section>
  )
}

async function Archive({ course }: PartProps) {
  const t = await getTranslations('teach')
  return (
    <section className={part}>
      <h2>{t('archiveTitle')}</h2>
      <ActionForm
        act={archiveCourse.bind(null, course.id)}
        submit={t('archiveNow')}
        errors={teachErrors(t)}
        look="plain"
      >
        <p>{t('archiveLead')}</p>
      </ActionForm>
    </section>
  )
}

async function Unarchive({ course }: PartProps) {
  const t = await getTranslations('teach')
  return (
    <section className={part}>
      <h2>{t('unarchiveTitle')}</h2>
      <ActionForm act={takeFromArchive.bind(null, course.id)} submit={t('unarchiveNow')} errors={teachErrors(t)}>
        <p>{t('unarchiveLead')}</p>
      </ActionForm>
    </section>
  )
}
