import { useTranslations } from 'next-intl'
import { Cite } from '@/components/machine/cite'
import { Words } from '@/components/ui/words'
import type { Messages } from '@/lib/i18n/messages'

type Belief = { readonly id: string; readonly cite: string }

/** How many stand open; the others are one press away. */
const first = 5

/** What learners believe of a state, and what is otherwise. */
export function Beliefs({ beliefs }: { readonly beliefs: readonly Belief[] }) {
  const words = useTranslations('learn.state')
  const more = beliefs.slice(first)
  return (
    <section aria-labelledby="beliefs" className="flex flex-col gap-5">
      <h2 id="beliefs" className="-mb-2">
        {words('beliefs')}
      </h2>
      <BeliefList beliefs={beliefs.slice(0, first)} />
      {more.length > 0 && (
        <details>
          <summary className="mb-5 min-h-8 cursor-pointer text-accent">
            {words('moreBeliefs', { count: String(more.length) })}
          </summary>
          <BeliefList beliefs={more} />
        </details>
      )}
    </section>
  )
}

function BeliefList({ beliefs }: { readonly beliefs: readonly Belief[] }) {
  const t = useTranslations('misconceptions')
  const words = useTranslations('learn.state')
  return (
    <ul className="flex flex-col gap-5">
      {beliefs.map(({ id, cite }) => {
        const key = id as keyof Messages['misconceptions']
        return (
          <li key={id} className="grid gap-1">
            <p className="grid grid-cols-[1.25rem_1fr]">
              <span aria-hidden="true" className="text-wrong">
                ✗
              </span>
              <span className="text-muted">
                <span className="sr-only">{words('belief')} </span>
                <Words text={t(`${key}.belief`)} />
              </span>
            </p>
            <p className="grid grid-cols-[1.25rem_1fr]">
              <span aria-hidden="true" className="text-(--color-correct)">
                ✓
              </span>
              <span>
                <span className="sr-only">{words('correction')} </span>
                <Words text={t(`${key}.correction`)} />{' '}
                <span className="text-[0.9em] text-muted">
                  <Cite cite={cite} />
                </span>
              </span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
