import { useFormatter, useTranslations } from 'next-intl'

/** When an assignment opens and ends, and what staff have done with it. */
export type Standing = {
  readonly opensAt: Date
  readonly dueAt: Date | null
  readonly closesAt: Date | null
  readonly publishedAt: Date | null
  readonly releasedAt: Date | null
}

type Props = {
  readonly assignment: Standing
  readonly now: Date
  readonly timeZone: string
}

/** How an assignment stands now: a draft, not open yet, open until when, closed, or with its marks released. */
export function AssignmentState({ assignment, now, timeZone }: Props) {
  const t = useTranslations('assign.state')
  const format = useFormatter()
  const date = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const { opensAt, dueAt, closesAt, publishedAt, releasedAt } = assignment
  if (publishedAt === null) return t('draft')
  if (releasedAt !== null) return t('released')
  if (now < opensAt) return t('before', { opens: date(opensAt) })
  if (closesAt !== null && now >= closesAt) return t('closed')
  const end = dueAt !== null && now < dueAt ? dueAt : closesAt
  return end === null ? t('openEnd') : t('open', { closes: date(end) })
}
