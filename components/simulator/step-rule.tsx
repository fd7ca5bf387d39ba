import { useTranslations } from 'next-intl'
import { RememberFact } from '@/components/learn/remember-fact'
import { RuleText } from '@/components/learn/rule-text'
import { Conditions } from '@/components/machine/conditions'
import { useMachineWords } from '@/components/machine/machine-words'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import { otherSide, type Side } from '@/lib/tcp/peers/configuration'
import type { Step } from '@/lib/tcp/peers/move'
import { findRule, type Rule } from '@/lib/tcp/rules'
import type { Move } from '@/lib/tcp/run'

/** What the last wish did: the rule of each move that the machine made, why it applied, and where the RFC says so. */
export function StepRule({ step, cards }: { readonly step: Step | null; readonly cards: readonly string[] }) {
  const t = useTranslations('scenario')
  if (step === null) return <p className="text-muted">{t('heldNow')}</p>
  const { move, run } = step
  if (run === null) return <p className="text-muted">{t(move.kind === 'crash' ? 'crashed' : 'noRule')}</p>
  const side = 'side' in move ? move.side : otherSide(move.segment.from)
  return (
    <ol className="flex flex-col gap-4">
      {run.moves.map((one, index) => (
        // The moves of a run have no name but their place, and never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index}>
          <MoveRule side={side} move={one} cards={cards} />
        </li>
      ))}
    </ol>
  )
}

type MoveProps = { readonly side: Side; readonly move: Move; readonly cards: readonly string[] }

function MoveRule({ side, move, cards }: MoveProps) {
  const t = useTranslations('scenario')
  const words = useMachineWords()
  const rule = findRule(move.rule)
  if (rule === undefined) return null
  return (
    <div className="flex flex-col gap-1">
      <p className={`font-semibold ${side === 'A' ? 'text-peer-a' : 'text-peer-b'}`}>
        {t.rich('ruleOf', { side, state: () => <Code>{rule.from}</Code> })}
      </p>
      <p>
        <span className="inline-block first-letter:uppercase">
          <Words text={words.event(rule.on)} />
        </span>{' '}
        <span className="text-muted">
          <Conditions when={rule.when} />
        </span>
      </p>
      <RuleText rule={rule} />
      {cards.includes(rule.id) ? (
        <RememberFact key={rule.id} fact={`rule/${rule.id}`} />
      ) : (
        <p className="text-muted text-sm">{t(`noCard.${whyNoCard(rule)}`)}</p>
      )}
    </div>
  )
}

/** Why there is no ready card of a rule: another reading, a choice that the RFC leaves, or what another card asks already. */
function whyNoCard({ profiles, ambiguous }: Rule): 'reading' | 'open' | 'repeats' {
  if (!profiles.includes('rfc9293')) return 'reading'
  return ambiguous === null ? 'repeats' : 'open'
}
