import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import { type Look, lookOf } from './cell-look'
import { looks } from './pair-grid'

type Props = { readonly hasBeyond: boolean }

const distances = [0, 3, 6, 9] as const

/** What the numbers, the grounds and the dots of the grid mean, and what they prove. */
export function GridLegend({ hasBeyond }: Props) {
  const t = useTranslations('pairs')
  return (
    <div className="flex max-w-text flex-col gap-2 text-sm">
      <ul className="flex flex-col gap-1.5">
        <Entry
          swatches={distances.map((moves) => ({ text: String(moves), look: lookOf(moves, false) }))}
          text={t('legend.reached')}
        />
        {hasBeyond && <Entry swatches={[{ text: '7', look: 'beyond' }]} text={t('legend.beyond')} />}
        <Entry swatches={[{ text: '·', look: 'none' }]} text={t('legend.never')} />
      </ul>
      <p className="hidden text-muted keyboard:block">{t('legend.keys')}</p>
      <details>
        <summary className="cursor-pointer py-1 text-muted">{t('proved')}</summary>
        <p>
          <Words text={t('provedText')} />
        </p>
      </details>
    </div>
  )
}

function Entry({
  swatches,
  text,
}: {
  readonly swatches: readonly { readonly text: string; readonly look: Look }[]
  readonly text: string
}) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden="true" className="flex shrink-0 gap-px">
        {swatches.map((swatch) => (
          <span
            key={swatch.text}
            className={`flex size-6 items-center justify-center rounded-sm border tabular-nums ${looks[swatch.look]}`}
          >
            {swatch.text}
          </span>
        ))}
      </span>
      <span className="text-muted">{text}</span>
    </li>
  )
}
