import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Words } from '@/components/ui/words'
import type { MarkWriter } from './write-marks'

type Row = {
  readonly id: string
  readonly words: string
  readonly shown: number
  readonly facility: number
  readonly guess: number
  /** The correlation with the rest, where the table says it; null where it is unknown. */
  readonly discrimination?: number | null
  /** What stands under the words of the fact. */
  readonly below: ReactNode
}

type Props = { readonly facts: readonly Row[]; readonly hasDiscrimination?: boolean; readonly write: MarkWriter }

/** Facts, each with how it went. What is shown on a phone is what is asked for first; the heads stay while it scrolls. */
export function FactRows({ facts, hasDiscrimination = false, write }: Props) {
  const t = useTranslations('marks.analysis')
  const cell = 'py-2 pl-3 text-right tabular-nums'
  const atSide = `${cell} max-sm:hidden`
  const heads = [
    ['shown', cell],
    ['facility', cell],
    ['guess', atSide],
    ...(hasDiscrimination ? ([['discrimination', atSide]] as const) : []),
  ] as const
  return (
    <table className="w-full border-separate border-spacing-0 text-[0.94em] [&_td]:border-rule [&_td]:border-b [&_th]:border-b [&_tbody_th]:border-rule">
      <thead>
        <tr className="align-bottom [&_th]:sticky [&_th]:top-0 [&_th]:border-edge [&_th]:bg-paper">
          <th scope="col" className="py-1 text-left font-medium">
            {t('fact')}
          </th>
          {heads.map(([name, look]) => (
            <th key={name} scope="col" className={`${look} whitespace-nowrap font-medium`}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map(({ id, words, shown, facility, guess, discrimination = null, below }) => (
          <tr key={id} className="align-baseline">
            <th scope="row" className="py-2 text-left font-normal [overflow-wrap:anywhere] [&_code]:whitespace-normal">
              <Words text={words} />
              {below}
            </th>
            <td className={cell}>{shown}</td>
            <td className={cell}>{write.share(facility)}</td>
            <td className={atSide}>{write.share(guess)}</td>
            {hasDiscrimination && (
              <td className={atSide}>{discrimination === null ? t('unknown') : write.index(discrimination)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
