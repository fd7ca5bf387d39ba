import { useTranslations } from 'next-intl'
import type { Memory } from '@/lib/review/memory'
import { useFormats } from './use-formats'

type Props = { readonly memory: Memory; readonly recall: number; readonly due: string }

/** What is believed of the memory of a card today. */
export function CardState({ memory: { stability, difficulty, lapses }, recall, due }: Props) {
  const t = useTranslations('progress.card')
  const { percent } = useFormats()
  const facts = [
    { name: t('recall'), value: percent(recall) },
    { name: t('stability'), value: t('stabilityDays', { days: Math.round(stability) }) },
    { name: t('difficulty'), value: t('difficultyOf', { difficulty }) },
    { name: t('lapses'), value: t('lapsesCount', { lapses }) },
    { name: t('next'), value: due },
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-[repeat(5,auto)]">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt className="text-muted text-sm">{name}</dt>
          <dd className="font-medium tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
