import { useTranslations } from 'next-intl'
import { Figure } from '@/components/chart/figure'
import type { Calibration, CalibrationBin } from '@/lib/progress/calibration'
import { CalibrationChart } from './calibration-chart'
import { useFormats } from './use-formats'

/** What was predicted for each review beside what was recalled, and how good the predictions are. */
export function CalibrationFigure({ calibration }: { readonly calibration: Calibration }) {
  const t = useTranslations('progress')
  const { count, percent } = useFormats()
  const { bins, reviews, logLoss, rmse } = calibration
  if (logLoss === null || rmse === null)
    return (
      <section aria-labelledby="calibration" className="flex max-w-text flex-col gap-2">
        <h2 id="calibration">{t('calibration.title')}</h2>
        <p className="text-muted">{t('calibration.none')}</p>
      </section>
    )
  const shares = ({ predicted, observed, low, high }: CalibrationBin) => ({
    predicted: percent(predicted),
    observed: percent(observed),
    low: percent(low),
    high: percent(high),
  })
  return (
    <Figure
      id="calibration"
      title={t('calibration.title')}
      lead={
        <>
          <p>{t('calibration.figures', { reviews, logLoss, rmse: percent(rmse) })}</p>
          <p className="text-muted">{t('calibration.lead')}</p>
        </>
      }
      table={{
        head: [t('calibration.bin'), t('calibration.predicted'), t('calibration.observedIn'), t('calibration.reviews')],
        rows: bins.map((bin) => {
          const { predicted, observed, low, high } = shares(bin)
          const range = t('calibration.range', { from: percent(bin.from), to: percent(bin.to) })
          const share = t('calibration.share', { observed, low, high })
          return { key: bin.from, cells: [range, predicted, share, count(bin.reviews)] }
        }),
      }}
      words={{ open: t('asTable') }}
    >
      <div className="max-w-xl">
        <CalibrationChart
          bins={bins}
          label={t('calibration.label', { bins: bins.length, reviews })}
          words={{
            predicted: t('calibration.predicted'),
            observed: t('calibration.observed'),
            exact: t('calibration.exact'),
          }}
          percent={percent}
          titleOf={(bin) => t('calibration.of', { ...shares(bin), right: bin.right, reviews: bin.reviews })}
        />
      </div>
    </Figure>
  )
}
