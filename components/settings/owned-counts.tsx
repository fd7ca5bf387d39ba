import { useTranslations } from 'next-intl'

/** How many rows of each table are somebody's; each table has its words under data.tables. */
export function OwnedCounts({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const t = useTranslations('data.tables')
  type Table = Parameters<typeof t>[0]
  return (
    <ul className="list-disc pl-6">
      {Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([table, count]) => (
          <li key={table}>{t(table as Table, { count })}</li>
        ))}
    </ul>
  )
}
