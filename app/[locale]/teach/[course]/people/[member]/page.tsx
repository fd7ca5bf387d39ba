import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/form/action-form'
import { SelectField, TextField } from '@/components/ui/form/fields'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { findMember, type Named } from '@/lib/store/teach/people'
import { grantedFactors, mostGrantedMinutes } from '@/lib/teach/granted'
import { longestName, longestNumber } from '@/lib/teach/member-name'
import { mayGiveRole, mayRole, type Role, roles } from '@/lib/teach/roles'
import { openCourse } from '../../../open-course'
import { teachErrors } from '../../../teach-errors'
import { changeGranted, changeName, changeRole, readmit, removeMember } from './change-member'

type Props = PageProps<'/[locale]/teach/[course]/people/[member]'>

async function openMember({ params }: Props) {
  const { course: courseId, member: memberId } = await params
  const open = await openCourse(courseId, 'manage people')
  const member = await findMember({ ...open.asking, memberId })
  if (member === undefined) notFound()
  return { ...open, member }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await openMember(props)).member.name }
}

/** Somebody of a course: what they are called and what they may do, what is granted to them, and the way out. */
export default async function MemberPage(props: Props) {
  const t = await getTranslations('teach')
  const { course, member, asking } = await openMember(props)
  const whom = { course: course.id, member: member.userId }
  const isSelf = member.userId === asking.userId
  const mayTouch = isSelf || mayGiveRole({ by: course.role, of: member.role, to: 'student' })
  return (
    <Page title={member.name} back={{ href: `/teach/${course.id}/people`, text: t('toPeople') }}>
      <div className="flex flex-wrap gap-x-6 gap-y-2 empty:hidden">
        {member.role === 'student' && mayRole(course.role, 'see marks') && (
          <Link href={`/teach/${course.id}/gradebook/${member.userId}`} className={textLink}>
            {t('toMarks')}
          </Link>
        )}
        {course.names === 'pseudonym' && member.role === 'student' && (
          <p className="text-muted">{t('pseudonymOf', { number: member.pseudonym })}</p>
        )}
      </div>
      {member.leftAt !== null ? (
        <ActionForm act={readmit.bind(null, whom)} submit={t('readmit')} errors={teachErrors(t)} look="plain">
          <p className="text-muted">{t('readmitHint')}</p>
        </ActionForm>
      ) : (
        <>
          {mayTouch && <Names whom={whom} member={member} />}
          <RoleOf whom={whom} member={member} by={course.role} />
          {member.role === 'student' && <GrantedTo whom={whom} member={member} />}
          {mayTouch && !isSelf && (
            <section className="flex flex-col gap-4 border-rule border-t pt-6">
              <h2>{t('remove')}</h2>
              <ActionForm act={removeMember.bind(null, whom)} submit={t('remove')} errors={teachErrors(t)} look="plain">
                <p className="text-muted">{t('removeHint')}</p>
              </ActionForm>
            </section>
          )}
        </>
      )}
    </Page>
  )
}

type PartProps = { readonly whom: { readonly course: string; readonly member: string }; readonly member: Named }

async function Names({ whom, member }: PartProps) {
  const t = await getTranslations('teach')
  return (
    <section className="flex flex-col gap-4 border-rule border-t pt-6">
      <h2>{t('names')}</h2>
      <ActionForm
        act={changeName.bind(null, whom)}
        submit={t('save')}
        submitName={`${t('save')}: ${t('names')}`}
        done={t('saved')}
        errors={teachErrors(t)}
        look="plain"
      >
        <TextField
          name="name"
          label={t('name')}
          defaultValue={member.name}
          problem={t('problems.name')}
          maxLength={longestName}
          autoComplete="off"
        />
        <TextField
          name="number"
          label={t('number')}
          hint={t('numberHint')}
          defaultValue={member.number}
          problem={t('problems.number')}
          maxLength={longestNumber}
          autoComplete="off"
        />
      </ActionForm>
    </section>
  )
}

async function RoleOf({ whom, member, by }: PartProps & { readonly by: Role }) {
  const t = await getTranslations('teach')
  const giveable = roles.filter((to) => mayGiveRole({ by, of: member.role, to }))
  return (
    <section className="flex flex-col gap-4 border-rule border-t pt-6">
      <h2>{t('changeRole')}</h2>
      {giveable.length === 0 ? (
        <p>
          {t(`role.${member.role}`)}.{' '}
          <span className="text-muted">{member.role === 'owner' ? t('roleFixed') : t('roleNotYours')}</span>
        </p>
      ) : (
        <ActionForm
          act={changeRole.bind(null, whom)}
          submit={t('save')}
          submitName={`${t('save')}: ${t('changeRole')}`}
          done={t('saved')}
          errors={teachErrors(t)}
          look="plain"
        >
          <SelectField
            name="role"
            label={t('changeRole')}
            defaultValue={member.role}
            options={giveable.flatMap((to) => (to === 'owner' ? [] : [{ value: to, text: t(`roleHint.${to}`) }]))}
          />
        </ActionForm>
      )}
    </section>
  )
}

async function GrantedTo({ whom, member }: PartProps) {
  const t = await getTranslations('teach')
  const minutes = { type: 'number', min: 0, max: mostGrantedMinutes, isShort: true } as const
  return (
    <section className="flex flex-col gap-4 border-rule border-t pt-6">
      <h2>{t('grantTitle')}</h2>
      <p className="text-muted">{t('grantLead')}</p>
      <ActionForm
        act={changeGranted.bind(null, whom)}
        submit={t('save')}
        submitName={`${t('save')}: ${t('grantTitle')}`}
        done={t('saved')}
        errors={teachErrors(t)}
        look="plain"
      >
        <SelectField
          name="factor"
          label={t('factor')}
          defaultValue={String(member.factor)}
          options={grantedFactors.map((factor) => ({ value: String(factor), text: t('grantedFactor', { factor }) }))}
        />
        <TextField
          name="extraMinutes"
          label={t('extraMinutes')}
          hint={t('minutesHint')}
          defaultValue={member.extraMinutes}
          problem={t('problems.minutes')}
          {...minutes}
        />
        <TextField
          name="breakMinutes"
          label={t('breakMinutes')}
          hint={t('minutesHint')}
          defaultValue={member.breakMinutes}
          problem={t('problems.minutes')}
          {...minutes}
        />
      </ActionForm>
    </section>
  )
}
