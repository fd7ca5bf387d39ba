import { useTranslations } from 'next-intl'
import { Conditions } from '@/components/machine/conditions'
import { useMachineWords } from '@/components/machine/machine-words'
import { Words } from '@/components/ui/words'
import { RuleText } from './rule-text'
import type { EventCell } from './state-view'

type Props = { readonly title: string; readonly cells: readonly EventCell[] }

/** What each event of one kind does in a state: every rule of its cell. Folded, for together they are very long. */
export function EventCells({ title, cells }: Props) {
  const t = useTranslations('learn.state')
  const words = useMachineWords()
  return (
    <details>
      <summary className="cursor-pointer border-edge border-b py-2">
        <h3 className="inline font-semibold">{title}</h3>
        <span className="ml-3 text-muted">{t('rules', { count: cells.flatMap(({ rules }) => rules).length })}</span>
      </summary>
      {cells.map(({ on, rules }) => (
        <div key={on} className="grid gap-x-6 gap-y-1 border-rule border-b py-3 md:grid-cols-[12rem_minmax(0,1fr)]">
          <h4>
            <Words text={words.eventLabel(on)} />
          </h4>
          <ul className="flex flex-col gap-3">
            {rules.map((rule) => (
              <li key={rule.id} id={rule.id} className="-mx-2 scroll-mt-4 rounded-sm px-2 target:bg-accent/10">
                {rule.when.length > 0 && (
                  <p className="text-muted">
                    <Conditions when={rule.when} />
                  </p>
                )}
                <RuleText rule={rule} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  )
}
