import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import type { MasteryLevel } from '@/lib/progress/mastery'
import { useFormats } from './use-formats'

type Weak = {
  readonly cardId: string
  readonly words: string
  readonly recall: number
  readonly level: MasteryLevel
}

const borders = {
  firm: 'border-firm',
  good: 'border-good',
  fading: 'border-fading',
  weak: 'border-weak',
} as const satisfies Record<MasteryLevel, string>

/** What is likeliest forgotten, each with the way to its history. */
export function WeakestList({ weakest }: { readonly weakest: readonly Weak[] }) {
  const t = useTranslations('progress')
  const { percent } = useFormats()
  return (
    <ul className="flex flex-col gap-3">
      {weakest.map(({ cardId, words, recall, level }, index) => (
        <li key={cardId} className={`border-l-4 bg-sheet px-4 py-3 [overflow-wrap:anywhere] ${borders[level]}`}>
          <p id={`weak-${index}`}>
            <Words text={words} />
          </p>
          <p className="text-muted text-sm">
            {t('weakest.recall', { recall: percent(recall) })}
            {' · '}
            <Link
              className="inline-flex min-h-8 items-center text-accent underline"
              href={`/progress/cards/${cardId}`}
              aria-describedby={`weak-${index}`}
            >
              {t('weakest.history')}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  )
}
