import { useTranslations } from 'next-intl'
import { ArrowNumber } from '@/components/diagram/arrow-number'
import { Conditions } from '@/components/machine/conditions'
import { useMachineWords } from '@/components/machine/machine-words'
import { StateName } from '@/components/machine/state-name'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import type { RuleGroup } from './group-rules'
import { diagramAddress } from './learn-address'
import type { Way } from './state-view'

type Props = { readonly title: string; readonly direction: 'from' | 'to'; readonly ways: readonly Way[] }

/** The ways in or out of a state, those of the figure first, each with all that takes it. */
export function Ways({ title, direction, ways }: Props) {
  const t = useTranslations('learn.state')
  return (
    <section aria-labelledby={direction} className="flex flex-col gap-3">
      <h2 id={direction}>{title}</h2>
      <ul className="flex flex-col gap-4">
        {ways.map(({ other, arrow, rules }) => (
          <li key={other} className="grid grid-cols-[2rem_1fr] items-baseline gap-x-2">
            {arrow === undefined ? (
              <span />
            ) : (
              <Link
                href={diagramAddress({ arrow: arrow.id, hash: 'arrow' })}
                prefetch={false}
                aria-label={t('arrow', { number: String(arrow.number) })}
              >
                <ArrowNumber number={arrow.number} />
              </Link>
            )}
            <h3>{t.rich(direction, { state: () => <StateName state={other} /> })}</h3>
            <ul className="col-start-2 flex flex-col">
              {rules.map((group) => (
                <WayRule key={group.rule.id} group={group} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function WayRule({ group: { rule, events } }: { readonly group: RuleGroup }) {
  const t = useTranslations('learn')
  const words = useMachineWords()
  return (
    <li>
      {events.map((on, index) => (
        <span key={on}>
          {index > 0 && t('rule.or')}
          <Words text={words.eventLabel(on)} />
        </span>
      ))}
      {rule.emits.map((emission) => (
        <span key={emission} className="text-accent">
          <span aria-hidden="true" className="text-muted">
            {' / '}
          </span>
          <span className="sr-only"> {t('rule.sends')} </span>
          <Code>{emission}</Code>
        </span>
      ))}
      <span className="text-[0.92em] text-muted">
        {' '}
        <Conditions when={rule.when} />
        {!rule.figure5 && ` ${t('state.omitted')}`}
      </span>
    </li>
  )
}
