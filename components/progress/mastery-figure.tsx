import { useTranslations } from 'next-intl'
import { Figure } from '@/components/chart/figure'
import { ArrowNumber } from '@/components/diagram/arrow-number'
import { arrows } from '@/components/diagram/arrows'
import { shadeLook, unmetLook } from '@/components/diagram/shade'
import { Code } from '@/components/ui/code'
import type { Mastery, MasteryLevel, PlaceMastery } from '@/lib/progress/mastery'
import { states } from '@/lib/tcp/states'
import { MasteryDiagram, ofArrow, ofState } from './mastery-diagram'
import { useFormats } from './use-formats'

type Props = {
  readonly mastery: Mastery
  /** The least recall of each level, firm first. */
  readonly bounds: Readonly<Record<MasteryLevel, number>>
}

const levels = ['firm', 'good', 'fading', 'weak'] as const satisfies readonly MasteryLevel[]

/** What is remembered today, on the state diagram itself and as a table. */
export function MasteryFigure({ mastery, bounds }: Props) {
  const t = useTranslations('progress')
  const { percent } = useFormats()
  const { whole } = mastery
  const cells = ({ met, of, recall }: PlaceMastery) => [
    recall === null ? t('mastery.unmet') : percent(recall),
    t('mastery.metOf', { met, of }),
  ]
  const rows = [
    ...states.map((state) => ({
      key: state,
      cells: [<Code key="state">{state}</Code>, ...cells(ofState(mastery, state))],
    })),
    ...arrows.map((arrow) => ({
      key: arrow.id,
      cells: [
        <span key="arrow">
          <ArrowNumber number={arrow.number} /> <Code>{arrow.from}</Code> → <Code>{arrow.to}</Code>
        </span>,
        ...cells(ofArrow(mastery, arrow)),
      ],
    })),
  ]
  const [lead, none] = [t('mastery.lead'), whole.recall === null]
  return (
    <Figure
      id="mastery"
      title={t('mastery.title')}
      lead={
        <>
          <p>
            {whole.recall === null
              ? t('mastery.none')
              : t('mastery.whole', { met: whole.met, of: whole.of, recall: percent(whole.recall) })}
          </p>
          {!none && <p className="text-muted">{lead}</p>}
        </>
      }
      table={{ head: [t('mastery.place'), t('mastery.recall'), t('mastery.met')], rows }}
      words={{ open: t('asTable') }}
    >
      <MasteryDiagram mastery={mastery} />
      <ul aria-label={t('mastery.legend')} className="flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
        {levels.map((level, index) => (
          <li key={level} className="flex items-center gap-2">
            <span aria-hidden="true" className={`inline-block h-1 w-6 ${shadeLook[level].swatch}`} />
            {t(`mastery.levels.${level}`, {
              from: percent(bounds[level]),
              to: percent(bounds[levels[index - 1] ?? level]),
            })}
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className={`inline-block w-6 border-t-2 ${unmetLook.swatch}`} />
          {t('mastery.unmet')}
        </li>
      </ul>
    </Figure>
  )
}
