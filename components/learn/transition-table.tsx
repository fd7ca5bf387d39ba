import { useTranslations } from 'next-intl'
import { ArrowNumber } from '@/components/diagram/arrow-number'
import { arrows } from '@/components/diagram/arrows'
import { Cite } from '@/components/machine/cite'
import { Conditions } from '@/components/machine/conditions'
import { useMachineWords } from '@/components/machine/machine-words'
import { StateName } from '@/components/machine/state-name'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import { type Rule, rulesOf } from '@/lib/tcp/rules'
import { states } from '@/lib/tcp/states'
import { diagramAddress } from './learn-address'

const changes = rulesOf('rfc9293').filter(({ kind }) => kind === 'transition')

/** The diagram as a table, with what it leaves out: one row for each transition, under the state that it leaves. */
export function TransitionTable() {
  const t = useTranslations('learn.table')
  return (
    <table className="w-full border-collapse text-left text-[0.84em] sm:text-[0.95em]">
      <caption className="max-w-text pb-4 text-left text-muted">{t('caption')}</caption>
      <thead>
        <tr className="border-edge border-b [&>th]:py-2 [&>th]:pr-2 sm:[&>th]:pr-6 [&>th]:font-semibold">
          <th scope="col">{t('event')}</th>
          <th scope="col">{t('sends')}</th>
          <th scope="col">{t('to')}</th>
          <th scope="col" className="hidden sm:table-cell">
            {t('section')}
          </th>
          <th scope="col" className="hidden sm:table-cell">
            {t('arrow')}
          </th>
        </tr>
      </thead>
      {states.map((state) => (
        <tbody key={state}>
          <tr>
            <th scope="rowgroup" colSpan={5} className="pt-6 pb-2 font-semibold">
              {t.rich('from', { state: () => <StateName state={state} /> })}
            </th>
          </tr>
          {changes
            .filter(({ from }) => from === state)
            .map((rule) => (
              <TransitionRow key={rule.id} rule={rule} />
            ))}
        </tbody>
      ))}
    </table>
  )
}

function TransitionRow({ rule }: { readonly rule: Rule }) {
  const t = useTranslations('learn.table')
  const words = useMachineWords()
  const arrow = rule.figure5 ? arrows.find(({ from, to }) => from === rule.from && to === rule.to) : undefined
  return (
    <tr id={rule.id} className="border-rule border-t align-top target:bg-accent/10 [&>*]:py-2 [&>*]:pr-2 sm:[&>*]:pr-6">
      <th scope="row" className="font-normal">
        <Words text={words.eventLabel(rule.on)} />
        {rule.when.length > 0 && (
          <span className="block text-[0.9em] text-muted">
            <Conditions when={rule.when} />
          </span>
        )}
        <span className="block text-[0.9em] text-muted sm:hidden">
          <Cite cite={rule.cite} />
        </span>
      </th>
      <td>
        {rule.emits.length === 0 ? (
          <span className="text-muted">–</span>
        ) : (
          rule.emits.map((e) => <Code key={e}>{e}</Code>)
        )}
      </td>
      <td>
        <StateName state={rule.to} />
      </td>
      <td className="hidden text-muted sm:table-cell">
        <Cite cite={rule.cite} />
      </td>
      <td className="hidden sm:table-cell">
        {arrow === undefined ? (
          <span className="whitespace-nowrap text-muted">{t('omitted')}</span>
        ) : (
          <Link
            href={diagramAddress({ arrow: arrow.id, hash: 'arrow' })}
            prefetch={false}
            aria-label={t('arrowOf', { number: String(arrow.number) })}
          >
            <ArrowNumber number={arrow.number} />
          </Link>
        )}
      </td>
    </tr>
  )
}
