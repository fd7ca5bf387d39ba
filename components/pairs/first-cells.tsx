import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Pair } from '@/lib/tcp/peers/pairs'

/** Cells that are worth a first look, each with the question that it answers. */
const first = [
  ['simultaneous-open', { A: 'SYN-SENT', B: 'SYN-SENT' }],
  ['simultaneous-close', { A: 'CLOSING', B: 'CLOSING' }],
  ['both-last-ACK', { A: 'LAST-ACK', B: 'LAST-ACK' }],
  ['half-open', { A: 'ESTABLISHED', B: 'CLOSED' }],
] as const satisfies readonly (readonly [string, Pair])[]

/** What stands where a cell is shown as long as none is chosen: what to do, and where to begin. */
export function FirstCells({ onChoose }: { readonly onChoose: (pair: Pair) => void }) {
  const t = useTranslations('pairs')
  return (
    <section aria-label={t('firstTitle')} className="flex max-w-text flex-col gap-3">
      <p>{t('chooseCell')}</p>
      <ul className="flex flex-col items-start gap-2">
        {first.map(([key, pair]) => (
          <li key={key}>
            <Button onClick={() => onChoose(pair)}>
              <span className="py-1 text-left">{t(`first.${key}`)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
