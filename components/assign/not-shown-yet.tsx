import { useTranslations } from 'next-intl'
import { Page } from '@/components/ui/page'
import { AssignmentLink, type Named } from './assignment-link'

/** Stands in place of a result that is not shown yet. */
export function NotShownYet({ assignment }: { readonly assignment: Named | null }) {
  const t = useTranslations('assign.notYet')
  return (
    <Page title={t('title')}>
      {assignment !== null && <AssignmentLink assignment={assignment} />}
      <p>{t('text')}</p>
    </Page>
  )
}
