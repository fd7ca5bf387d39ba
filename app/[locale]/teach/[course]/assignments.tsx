import { getTranslations } from 'next-intl/server'
import type { Role } from '@/lib/teach/roles'

type Props = { readonly courseId: string; readonly role: Role }

/** What is assigned in a course, for the role of its reader. */
export async function Assignments(_props: Props) {
  const t = await getTranslations('teach')
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('assignments')}</h2>
      <p className="text-muted">{t('assignmentsNone')}</p>
    </section>
  )
}
