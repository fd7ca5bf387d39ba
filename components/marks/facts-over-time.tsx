import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import type { MarkWriter } from './write-marks'

type Props = {
  readonly facts: readonly {
    readonly id: string
    readonly words: string
    readonly shown: number
    readonly facility: number
    readonly guess: number
    readonly course: readonly { readonly assignmentId: string; readonly title: string; readonly facility: number }[]
  }[]
  readonly write: MarkWriter
}

/** Facts over the assignments of a course: how each went in all, and at one assignment after the other. */
export function FactsOverTime({ facts, write }: Props) {
  const t = useTranslations('marks.analysis')
  const cell = 'py-2 pl-3 text-right tabular-nums'
  return (
    <table className="w-full border-collapse text-[0.94em]">
      <thead>
        <tr className="border-edge border-b align-bottom">
          <th scope="col" className="py-1 text-left font-medium">
            {t('fact')}
          </th>
          <th scope="col" className={`${cell} font-medium`}>
            {t('shown')}
          </th>
          <th scope="col" className={`${cell} font-medium`}>
            {t('facility')}
          </th>
          <th scope="col" className={`${cell} font-medium max-sm:hidden`}>
            {t('guess')}
          </th>
        </tr>
      </thead>
      <tbody>
        {facts.map(({ id, words, shown, facility, guess, course }) => (
          <tr key={id} className="border-rule border-b align-baseline">
            <th scope="row" className="py-2 text-left font-normal [overflow-wrap:anywhere] [&_code]:whitespace-normal">
              <Words text={words} />
              {course.length > 1 && (
                <span className="block text-muted text-sm">
                  {course.map((one) => `${one.title} ${write.share(one.facility)}`).join(' → ')}
                </span>
              )}
            </th>
            <td className={cell}>{shown}</td>
            <td className={cell}>{write.share(facility)}</td>
            <td className={`${cell} max-sm:hidden`}>{write.share(guess)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
