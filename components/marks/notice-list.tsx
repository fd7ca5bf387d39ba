import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { Act } from '@/components/ui/form/form-state'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import type { NoticeDetail } from '@/lib/teach/notice'

type Props = {
  readonly notices: readonly { readonly id: string; readonly at: Date; readonly detail: NoticeDetail }[]
  readonly see: Act
}

/** What somebody has to be told, until they have seen it. */
export function NoticeList({ notices, see }: Props) {
  const t = useTranslations('marks')
  if (notices.length === 0) return null
  return (
    <section aria-labelledby="notices" className="flex flex-col gap-3 border-accent border-l-4 pl-4">
      <h2 id="notices">{t('notices.title')}</h2>
      <ul className="flex flex-col gap-2">
        {notices.map(({ id, detail }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            <NoticeWords detail={detail} />{' '}
            {detail.kind === 'review set' ? (
              <Link className={textLink} href="/review">
                {t('notices.toReview')}
              </Link>
            ) : (
              <Link className={textLink} href={`/teach/${detail.courseId}/marks`}>
                {t('notices.toMarks')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <ActionForm act={see} submit={t('notices.seen')} look="plain" errors={{ busy: t('busy') }}>
        {notices.map(({ id }) => (
          <input key={id} type="hidden" name="id" value={id} />
        ))}
      </ActionForm>
    </section>
  )
}

function NoticeWords({ detail }: { readonly detail: NoticeDetail }) {
  const t = useTranslations('marks.notices')
  switch (detail.kind) {
    case 'regraded':
    case 'marked':
      return t(detail.kind, { title: detail.title })
    case 'report answered': {
      const { title, position, outcome, answer } = detail
      return t('report', { title, number: String(position + 1), outcome, answer })
    }
    case 'review set':
      return t('set', { count: detail.cards })
  }
}
