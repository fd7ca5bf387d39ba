import { useFormatter, useTranslations } from 'next-intl'

type Props = {
  readonly trained:
    | {
        readonly weights: readonly number[]
        readonly trainedAt: Date
        readonly reviews: number
        readonly heldOut: number
        readonly lossBefore: number
        readonly lossAfter: number
      }
    | undefined
  /** The algorithm's own. */
  readonly defaults: readonly number[]
  readonly timeZone: string
}

/** Which weights are in force, and both sets beside each other. */
export function WeightsInForce({ trained, defaults, timeZone }: Props) {
  const t = useTranslations('memory')
  const format = useFormatter()
  const digits = (count: number) => ({ minimumFractionDigits: count, maximumFractionDigits: count })
  if (trained === undefined) return <p>{t('default')}</p>
  const { trainedAt, reviews, heldOut, lossBefore, lossAfter, weights } = trained
  return (
    <>
      <p>
        {t('trained', {
          date: format.dateTime(trainedAt, { dateStyle: 'long', timeZone }),
          reviews,
          heldOut,
          before: format.number(lossBefore, digits(3)),
          after: format.number(lossAfter, digits(3)),
        })}
      </p>
      <details>
        <summary className="min-h-8 cursor-pointer font-medium">{t('numbers')}</summary>
        <table className="mt-2 w-full max-w-sm text-right tabular-nums">
          <thead>
            <tr className="border-rule border-b">
              <th scope="col" className="py-1 text-left font-medium">
                {t('number')}
              </th>
              <th scope="col" className="py-1 font-medium">
                {t('yours')}
              </th>
              <th scope="col" className="py-1 font-medium">
                {t('theirs')}
              </th>
            </tr>
          </thead>
          <tbody>
            {weights.map((weight, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a weight has no other name than its place
              <tr key={index} className="border-rule border-b">
                <th scope="row" className="py-1 text-left font-normal text-muted">
                  {index}
                </th>
                <td>{format.number(weight, digits(4))}</td>
                <td className="text-muted">{format.number(defaults[index] ?? 0, digits(4))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
