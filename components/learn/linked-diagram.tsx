import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Arrow, ArrowId } from '@/components/diagram/arrows'
import { labelText } from '@/components/diagram/labels'
import type { Size } from '@/components/diagram/layout'
import { diagramTarget, StateDiagram } from '@/components/diagram/state-diagram'
import { Link } from '@/lib/i18n/navigation'
import type { State } from '@/lib/tcp/states'
import type { Filter } from './filters'
import { useLabelWords } from './label-words'
import { diagramAddress, stateAddress } from './learn-address'

type Props = {
  readonly label: string
  readonly selected?: State | ArrowId | undefined
  readonly emphasised?: ReadonlySet<ArrowId> | undefined
  readonly show?: Filter
  readonly sizes?: readonly Size[]
}

/** The diagram to walk through: a state leads to its page, an arrow to what is known of it. */
export function LinkedDiagram({ show = 'all', selected, ...picture }: Props) {
  const t = useTranslations('learn')
  const words = useLabelWords()

  function linkState(state: State, drawn: ReactNode) {
    return (
      <Link
        href={stateAddress(state)}
        prefetch={false}
        className={diagramTarget}
        aria-label={state}
        aria-current={state === selected ? 'page' : undefined}
      >
        {drawn}
      </Link>
    )
  }

  function linkArrow(arrow: Arrow, drawn: ReactNode, size: Size) {
    const { id, number, from, to } = arrow
    // Beside a wide picture the panel is in sight; below a narrow one it has to be gone to.
    const staysInSight = size.name === 'wide'
    return (
      <Link
        href={diagramAddress({ show, arrow: id, ...(staysInSight ? {} : { hash: 'arrow' }) })}
        prefetch={false}
        scroll={!staysInSight}
        className={diagramTarget}
        aria-label={t('arrowName', { number: String(number), from, to, label: labelText(arrow, words) })}
        aria-current={id === selected ? 'true' : undefined}
      >
        {drawn}
      </Link>
    )
  }

  const titles = { 'active close': t('frames.active-close'), 'passive close': t('frames.passive-close') }
  return <StateDiagram {...picture} {...{ selected, titles, words }} wrapState={linkState} wrapArrow={linkArrow} />
}
