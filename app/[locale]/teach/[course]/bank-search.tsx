import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Say } from '@/lib/i18n/say'
import { itemKinds } from '@/lib/items/item'
import { topics } from '@/lib/items/topics'
import { wordKey } from '@/lib/tcp/word-key'

type Props = {
  /** What is searched for; empty for all. */
  readonly search: { readonly topic: string; readonly kind: string; readonly words: string }
  readonly say: Say
}

/** What to look for in the bank: a topic, a kind of question, words. The address says it. */
export function BankSearch({ search, say }: Props) {
  const t = useTranslations('teach.bank')
  const box = 'min-h-11 w-full rounded-sm border border-edge bg-sheet px-3 py-2'
  const selects = [
    ['topic', topics.map((topic) => [topic, say(`item.topics.${wordKey(topic)}`)] as const)],
    ['kind', itemKinds.map((kind) => [kind, say(`item.kinds.${kind}`)] as const)],
  ] as const
  return (
    <search>
      <form className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_1fr_auto]">
        {selects.map(([name, options]) => (
          <label key={name} className="flex min-w-0 flex-col gap-1 font-medium">
            {t(name)}
            <select name={name} className={box} defaultValue={search[name]}>
              <option value="">{t('all')}</option>
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label className="flex min-w-0 flex-col gap-1 font-medium">
          {t('words')}
          <input type="search" name="words" maxLength={80} className={box} defaultValue={search.words} />
        </label>
        <Button type="submit">{t('find')}</Button>
      </form>
    </search>
  )
}
