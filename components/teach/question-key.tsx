import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import type { PresentedKey } from '@/lib/words/present-key'

/** What a question offers, and what is right, folded away: it is for who chooses questions. */
export function QuestionKey({ shown: { options, right } }: { readonly shown: PresentedKey }) {
  const t = useTranslations('teach.key')
  return (
    <details className="basis-full text-sm">
      <summary className="w-fit cursor-pointer py-1 text-muted">{t('title')}</summary>
      {options.length > 0 ? (
        <ul className="flex flex-col gap-1 pb-2 pl-4">
          {options.map(({ words, isRight }) => (
            <li key={words} className={isRight ? 'font-medium' : 'text-muted'}>
              <span aria-hidden="true">{isRight ? '✓ ' : '– '}</span>
              <Words text={words} />
              {isRight && <span className="sr-only"> ({t('right')})</span>}
            </li>
          ))}
        </ul>
      ) : (
        <p className="pb-2 pl-4">
          {t('right')}: <Words text={right.join(' · ')} />
        </p>
      )}
    </details>
  )
}
