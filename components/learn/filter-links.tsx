import { useTranslations } from 'next-intl'
import type { ArrowId } from '@/components/diagram/arrows'
import { arrows } from '@/components/diagram/arrows'
import { Link } from '@/lib/i18n/navigation'
import { type Filter, filters } from './filters'
import { diagramAddress } from './learn-address'

type Props = { readonly chosen: Filter; readonly arrow: ArrowId | undefined }

/** Links, so that a filter works without scripts and can be sent to somebody. */
export function FilterLinks({ chosen, arrow }: Props) {
  const t = useTranslations('learn.filters')
  return (
    <nav aria-label={t('label')}>
      <ul className="flex flex-wrap gap-2">
        {filters.map((filter) => (
          <li key={filter}>
            <Link
              href={diagramAddress({ show: filter, ...(arrow !== undefined && { arrow }) })}
              prefetch={false}
              scroll={false}
              aria-current={filter === chosen ? 'true' : undefined}
              className="inline-flex min-h-9 items-center rounded-full border border-edge bg-sheet px-4 text-[0.95em] hover:border-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
            >
              {t(`${filter}.name`)}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-text text-muted">{t(`${chosen}.note`, { count: String(arrows.length) })}</p>
    </nav>
  )
}
