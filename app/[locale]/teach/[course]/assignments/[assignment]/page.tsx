import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AssignmentFacts } from '@/components/assign/assignment-facts'
import { AssignmentState } from '@/components/assign/assignment-state'
import { Page } from '@/components/ui/page'
import { windowOf } from '@/lib/store/teach/assignment'
import { findTerms } from '@/lib/store/teach/find-terms'
import { questionsOf, windowFor } from '@/lib/teach/assignment'
import { mayRole } from '@/lib/teach/roles'
import { openAssignment } from '../open-assignment'
import { StaffPart } from './staff-part'
import { StudentPart } from './student-part'

type Props = PageProps<'/[locale]/teach/[course]/assignments/[assignment]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openAssignment(params, 'see course')).assignment.title }
}

/** An assignment: what it is, and what its reader can do with it. */
export default async function AssignmentPage({ params }: Props) {
  const t = await getTranslations('assign')
  const { assignment, userId, timeZone } = await openAssignment(params, 'see course')
  const { id, courseId, kind, title, settings, role } = assignment
  const mine = mayRole(role, 'take') ? await findTerms({ userId, assignmentId: id, courseId }) : null
  const window = windowFor(windowOf(assignment), mine?.exception ?? null)
  return (
    <Page title={title}>
      <p className="text-muted">
        {t(`kind.${kind}`)} · <AssignmentState {...{ assignment, timeZone }} now={new Date()} />
      </p>
      <AssignmentFacts
        {...{ settings, window, timeZone }}
        questions={questionsOf(settings)}
        granted={mine?.granted ?? null}
      />
      {mine !== null && (
        <StudentPart {...{ assignment, userId, timeZone, window }} moreTries={mine.exception?.tries ?? 0} />
      )}
      {mayRole(role, 'see papers') && <StaffPart {...{ assignment }} />}
    </Page>
  )
}
