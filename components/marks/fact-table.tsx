import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import type { Statistics } from '@/lib/teach/item-analysis'
import type { PresentedFlag } from '@/lib/words/present-analysis'
import { FlagList } from './flag-list'
import type { MarkWriter } from './write-marks'

type Props = {
  readonly facts: readonly {
    readonly id: string
    readonly words: string
    readonly statistics: Statistics
    readonly flags: readonly PresentedFlag[]
  }[]
  readonly write: MarkWriter
}

/** Each fact over all items that asked it. */
export function FactTable({ facts, write }: Props) {
  const t = useTranslations('marks.analysis')
  const cell = 'py-2 pl-3 text-right tabular-nums'
  return (
    <table className="w-full border-collapse text-[0.94em]">
      <thead>
        <tr className="border-edge border-b align-bottom">
          <th scope="col" className="py-1 text-left font-medium">
            {t('fact')}
          </th>
          {(['shown', 'facility', 'guess', 'discrimination'] as const).map((name) => (
            <th
              key={name}
              scope="col"
              className={`${cell} font-medium ${name === 'guess' || name === 'discrimination' ? 'max-sm:hidden' : ''}`}
            >
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map(({ id, words, statistics: { shown, facility, guess, discrimination }, flags }) => (
          <tr key={id} className="border-rule border-b align-baseline">
            <th scope="row" className="py-2 text-left font-normal [overflow-wrap:anywhere] [&_code]:whitespace-normal">
              <Words text={words} />
              <FlagList flags={flags} />
            </th>
            <td className={cell}>{shown}</td>
            <td className={cell}>{write.share(facility)}</td>
            <td className={`${cell} max-sm:hidden`}>{write.share(guess)}</td>
            <td className={`${cell} max-sm:hidden`}>
              {discrimination === null ? t('unknown') : write.index(discrimination)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
