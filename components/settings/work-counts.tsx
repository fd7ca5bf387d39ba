import { useTranslations } from 'next-intl'

/** How much work there is, a line per table that holds some; each has its words under account.work. */
export function WorkCounts({ work }: { readonly work: Readonly<Record<string, number>> }) {
  const t = useTranslations('account.work')
  type Table = Parameters<typeof t>[0]
  return (
    <ul className="list-disc pl-6">
      {Object.entries(work).map(([table, count]) => (
        <li key={table}>{t(table as Table, { count })}</li>
      ))}
    </ul>
  )
}
