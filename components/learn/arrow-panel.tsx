import { useTranslations } from 'next-intl'
import { ArrowNumber } from '@/components/diagram/arrow-number'
import { type Arrow, arrows } from '@/components/diagram/arrows'
import { Conditions } from '@/components/machine/conditions'
import { EventNames } from '@/components/machine/event-names'
import { StateName } from '@/components/machine/state-name'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import type { Messages } from '@/lib/i18n/messages'
import { Link } from '@/lib/i18n/navigation'
import type { Filter } from './filters'
import { groupRules } from './group-rules'
import { diagramAddress, stateAddress } from './learn-address'
import { RememberFact } from './remember-fact'
import { RuleFacts } from './rule-facts'

type Props = { readonly arrow: Arrow; readonly show: Filter }

/** One arrow: what happens, what is sent, who is told, where the RFC says so, why; and what else takes the same way. */
export function ArrowPanel({ arrow, show }: Props) {
  const t = useTranslations('learn')
  return (
    <div className="flex flex-col gap-5">
      <h2 className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <ArrowNumber number={arrow.number} />
        <StateName state={arrow.from} />
        <span aria-hidden="true">→</span>
        <StateName state={arrow.to} />
      </h2>
      <p className="border-accent border-l-2 pl-3">
        <span className="sr-only">{t('panel.why')}: </span>
        <Words text={t(`why.${arrow.id as keyof Messages['learn']['why']}`)} />
      </p>
      {groupRules(arrow.drawn).map((group) => (
        <div key={group.rule.id} className="flex flex-col gap-3">
          <RuleFacts group={group} />
          <RememberFact fact={`rule/${group.rule.id}`} />
        </div>
      ))}
      {arrow.omitted.length > 0 && <Omitted arrow={arrow} />}
      <Neighbours arrow={arrow} show={show} />
    </div>
  )
}

function Omitted({ arrow }: { readonly arrow: Arrow }) {
  const t = useTranslations('learn.panel')
  return (
    <div>
      <h3 className="text-muted text-sm">{t('omitted')}</h3>
      <ul className="mt-1 flex flex-col gap-2">
        {groupRules(arrow.omitted).map(({ rule, events }) => (
          <li key={rule.id}>
            <Link href={stateAddress(rule.from, rule.id)} prefetch={false} className={textLink}>
              <EventNames events={events} />
            </Link>
            <span className="text-muted">
              {' '}
              <Conditions when={rule.when} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The arrow before and behind, so that all of them can be read in a row; and back to no arrow. */
function Neighbours({ arrow, show }: Props) {
  const t = useTranslations('learn')
  const [before, after] = [arrows[arrow.number - 2], arrows[arrow.number]]
  const look = `inline-flex min-h-9 items-center ${textLink}`
  const step = (to: Arrow | undefined) => ({
    href: diagramAddress({ show, ...(to !== undefined && { arrow: to.id }) }),
    scroll: false,
    prefetch: false,
    className: look,
  })
  return (
    <p className="flex flex-wrap justify-between gap-x-4 border-rule border-t pt-2 text-[0.95em]">
      {before !== undefined && <Link {...step(before)}>← {t('panel.step', { number: String(before.number) })}</Link>}
      <Link {...step(undefined)}>{t('legend.title')}</Link>
      {after !== undefined && <Link {...step(after)}>{t('panel.step', { number: String(after.number) })} →</Link>}
    </p>
  )
}
