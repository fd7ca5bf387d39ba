import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import { useFormats } from './use-formats'

export type ListedCard = {
  readonly cardId: string
  readonly words: string
  /** Null where it was never asked. */
  readonly recall: number | null
  /** When it comes back, in words; null where it is new. */
  readonly due: string | null
  readonly reps: number
}

/** Cards by what they ask, each with the way to its history. */
export function CardList({ cards }: { readonly cards: readonly ListedCard[] }) {
  const t = useTranslations('progress.cards')
  const { percent } = useFormats()
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {cards.map(({ cardId, words, recall, due, reps }) => (
        <li key={cardId}>
          <Link
            href={`/progress/cards/${cardId}`}
            prefetch={false}
            className="flex flex-col gap-0.5 py-3 [overflow-wrap:anywhere] hover:bg-sheet"
          >
            <span className="underline decoration-edge underline-offset-4">
              <Words text={words} />
            </span>
            <span className="text-muted text-sm">
              {recall === null
                ? t('new')
                : [t('recall', { recall: percent(recall) }), due, t('reps', { count: reps })].join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
