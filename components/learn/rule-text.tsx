import { useTranslations } from 'next-intl'
import { Cite } from '@/components/machine/cite'
import { Emits } from '@/components/machine/emits'
import { useMachineWords } from '@/components/machine/machine-words'
import { StateName } from '@/components/machine/state-name'
import { Told } from '@/components/machine/told'
import { Words } from '@/components/ui/words'
import type { Ambiguity } from '@/lib/tcp/ambiguities'
import type { Rule } from '@/lib/tcp/rules'

/** What one rule does: how it disposes of the event or where it leads, what it sends, who is told, and where it stands. */
export function RuleText({ rule }: { readonly rule: Rule }) {
  const t = useTranslations('learn.rule')
  const words = useMachineWords()
  return (
    <>
      <p className={rule.kind === 'cannot occur' ? 'text-muted' : ''}>
        {rule.kind === 'transition' ? (
          <>
            <span aria-hidden="true">→ </span>
            <span className="sr-only">{words.kind(rule.kind)}: </span>
            <StateName state={rule.to} />
          </>
        ) : (
          <Words text={words.kind(rule.kind)} />
        )}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3">
        {rule.emits.length > 0 && (
          <>
            <dt className="text-muted">{t('sends')}</dt>
            <dd>
              <Emits emits={rule.emits} />
            </dd>
          </>
        )}
        {rule.responses.length > 0 && (
          <>
            <dt className="text-muted">{t('told')}</dt>
            <dd>
              <Told responses={rule.responses} />
            </dd>
          </>
        )}
      </dl>
      <p className="text-[0.9em] text-muted">
        <Cite cite={rule.cite} />
      </p>
      {rule.ambiguous !== null && <Note ambiguity={rule.ambiguous} />}
    </>
  )
}

/** Where the RFC leaves a choice or contradicts itself: what is taken here. Such a rule is never asked. */
function Note({ ambiguity }: { readonly ambiguity: Ambiguity }) {
  const t = useTranslations('learn.rule')
  const { title, reading } = useMachineWords().ambiguity(ambiguity)
  return (
    <details className="mt-1 text-[0.92em]">
      <summary className="cursor-pointer py-1 text-waiting">
        {t.rich('note', { what: () => <Words text={title} /> })}
      </summary>
      <p className="border-waiting border-l-2 pl-3">
        <Words text={reading} />
      </p>
    </details>
  )
}
