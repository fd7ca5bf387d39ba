import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { ContradictionRule } from '@/lib/programs/tcb-contradictions'

/** What a TCB must not say, field by field, in the words of the refusal. */
export function ContradictionList({ rules }: { readonly rules: readonly ContradictionRule[] }) {
  const t = useTranslations('programs.contradictions')
  return (
    <section aria-labelledby="contradictions" className="flex flex-col gap-3">
      <h3 id="contradictions" className="font-semibold">
        <Words text={t('title')} />
      </h3>
      <p>
        <Words text={t('lead')} />
      </p>
      <dl className="flex flex-col gap-3">
        {rules.map(({ field, in: states, says }) => (
          <div key={`${field} ${says}`}>
            <dt className="flex flex-wrap gap-x-2">
              <Code>{`/tcb/${field}`}</Code>
              <span className="text-muted">
                {states.map((state, index) => (
                  <Fragment key={state}>
                    {index > 0 && ', '}
                    <Code>{state}</Code>
                  </Fragment>
                ))}
              </span>
            </dt>
            <dd lang="en" translate="no" className="pl-4">
              {says}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
