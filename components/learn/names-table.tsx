import { useTranslations } from 'next-intl'
import { Code } from '@/components/ui/code'
import type { StateView } from './state-view'

/** How the tools and the headers write the state's name. */
export function NamesTable({ names }: { readonly names: StateView['names'] }) {
  const t = useTranslations('learn')
  return (
    <section aria-labelledby="names" className="flex flex-col gap-3">
      <h2 id="names">{t('state.names')}</h2>
      <p className="text-muted">{t('state.namesLead')}</p>
      <dl className="grid gap-x-8 sm:grid-cols-2">
        {names.map(({ writer, spellings }) => (
          <div key={writer} className="flex flex-wrap justify-between gap-x-4 border-rule border-b py-1.5">
            <dt className="text-muted">{t(`writers.${writer}`)}</dt>
            <dd
              lang={writer === 'chinese' ? 'zh-CN' : undefined}
              className="ml-auto flex flex-wrap justify-end gap-x-3"
            >
              {spellings.map((spelling) => (
                <Code key={spelling}>{spelling}</Code>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
