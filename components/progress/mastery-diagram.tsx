import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Arrow, arrows } from '@/components/diagram/arrows'
import type { Shade } from '@/components/diagram/shade'
import { diagramTarget, StateDiagram } from '@/components/diagram/state-diagram'
import { diagramAddress, stateAddress } from '@/components/learn/learn-address'
import { Link } from '@/lib/i18n/navigation'
import type { Mastery, PlaceMastery } from '@/lib/progress/mastery'
import { type State, states } from '@/lib/tcp/states'
import { useFormats } from './use-formats'

/** The state diagram with what is remembered of each arrow and state; both lead to what there is to learn of them. */
export function MasteryDiagram({ mastery }: { readonly mastery: Mastery }) {
  const t = useTranslations('progress.mastery')
  const learn = useTranslations('learn')
  const { percent } = useFormats()
  const shadeOf = ({ recall, level }: PlaceMastery): Shade => ({ level, label: recall === null ? '' : percent(recall) })
  const said = ({ recall }: PlaceMastery) => (recall === null ? t('unmet') : percent(recall))
  const shades = new Map([
    ...states.map((state) => [state, shadeOf(ofState(mastery, state))] as const),
    ...arrows.map((arrow) => [arrow.id, shadeOf(ofArrow(mastery, arrow))] as const),
  ])
  function linkState(state: State, drawn: ReactNode) {
    const label = t('state', { state, recall: said(ofState(mastery, state)) })
    return (
      <Link href={stateAddress(state)} prefetch={false} className={diagramTarget} aria-label={label}>
        {drawn}
      </Link>
    )
  }
  function linkArrow(arrow: Arrow, drawn: ReactNode) {
    const { id, number, from, to } = arrow
    const { met, of, ...place } = ofArrow(mastery, arrow)
    const label = t('arrow', {
      number: String(number),
      from,
      to,
      recall: said({ met, of, ...place }),
      met: String(met),
      of: String(of),
    })
    return (
      <Link
        href={diagramAddress({ arrow: id, hash: 'arrow' })}
        prefetch={false}
        className={diagramTarget}
        aria-label={label}
      >
        {drawn}
      </Link>
    )
  }
  const titles = { 'active close': learn('frames.active-close'), 'passive close': learn('frames.passive-close') }
  return <StateDiagram label={t('picture')} {...{ titles, shades }} wrapState={linkState} wrapArrow={linkArrow} />
}

const nothing: PlaceMastery = { met: 0, of: 0, recall: null, level: null }

export function ofArrow({ arrows: held }: Mastery, { from, to }: Pick<Arrow, 'from' | 'to'>): PlaceMastery {
  return held.get(`${from}>${to}`) ?? nothing
}

export function ofState({ states: held }: Mastery, state: State): PlaceMastery {
  return held.get(state) ?? nothing
}
