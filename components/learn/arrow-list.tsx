import { useTranslations } from 'next-intl'
import { ArrowNumber } from '@/components/diagram/arrow-number'
import type { ArrowId } from '@/components/diagram/arrows'
import { arrows } from '@/components/diagram/arrows'
import { labelText } from '@/components/diagram/labels'
import { Code } from '@/components/ui/code'
import { Link } from '@/lib/i18n/navigation'
import type { Filter } from './filters'
import { useLabelWords } from './label-words'
import { diagramAddress } from './learn-address'

type Props = {
  readonly show: Filter
  readonly selected: ArrowId | undefined
  readonly emphasised: ReadonlySet<ArrowId> | undefined
}

/** What the numbers of the narrow picture stand for. */
export function ArrowList({ show, selected, emphasised }: Props) {
  const t = useTranslations('learn.list')
  const words = useLabelWords()
  return (
    <section aria-labelledby="arrows">
      <h2 id="arrows">{t('title')}</h2>
      <ol className="mt-2">
        {arrows
          .filter(({ id }) => emphasised?.has(id) ?? true)
          .map((arrow) => (
            <li key={arrow.id} className="border-rule border-b">
              <Link
                href={diagramAddress({ show, arrow: arrow.id, hash: 'arrow' })}
                prefetch={false}
                aria-current={arrow.id === selected ? 'true' : undefined}
                className="grid grid-cols-[2rem_1fr] gap-x-2 py-2 aria-[current]:font-semibold"
              >
                <span>
                  <ArrowNumber number={arrow.number} />
                </span>
                <span>
                  <Code>{arrow.from}</Code> → <Code>{arrow.to}</Code>
                </span>
                <span className="col-start-2 text-muted">
                  <Code>{labelText(arrow, words)}</Code>
                </span>
              </Link>
            </li>
          ))}
      </ol>
    </section>
  )
}
