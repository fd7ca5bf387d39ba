import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Cite } from '@/components/machine/cite'
import { Conditions } from '@/components/machine/conditions'
import { Emits } from '@/components/machine/emits'
import { EventNames } from '@/components/machine/event-names'
import { Told } from '@/components/machine/told'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import type { RuleGroup } from './group-rules'
import { stateAddress } from './learn-address'

/** A change of state, fact by fact. */
export function RuleFacts({ group: { rule, events } }: { readonly group: RuleGroup }) {
  const t = useTranslations('learn.panel')
  return (
    <dl className="flex flex-col gap-3 border-rule border-t pt-3">
      <Fact name={t('event')}>
        <span className="block first-letter:uppercase">
          <Link href={stateAddress(rule.from, rule.id)} prefetch={false} className={textLink}>
            <EventNames events={events} />
          </Link>
        </span>
        {rule.when.length > 0 && (
          <span className="block text-muted">
            <Conditions when={rule.when} />
          </span>
        )}
      </Fact>
      <Fact name={t('sends')}>{rule.emits.length === 0 ? t('nothing') : <Emits emits={rule.emits} />}</Fact>
      {rule.responses.length > 0 && (
        <Fact name={t('told')}>
          <Told responses={rule.responses} />
        </Fact>
      )}
      <Fact name={t('section')}>
        <Cite cite={rule.cite} />
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-sm">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
