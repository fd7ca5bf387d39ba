import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/i18n/routing'
import { loadSay } from '@/lib/i18n/say'
import { wordKey } from '@/lib/tcp/word-key'
import { AllNone } from './all-none'

type Props = {
  readonly locale: Locale
  readonly topics: readonly string[]
  readonly kinds: readonly string[]
  readonly lengths: readonly number[]
}

/** Topics, kinds and length; all topics and all kinds to begin with. */
export async function ChoiceFields({ locale, topics, kinds, lengths }: Props) {
  const t = await getTranslations({ locale, namespace: 'practice' })
  const say = await loadSay(locale)
  return (
    <>
      <fieldset>
        <legend className="mb-2 font-semibold">{t('topics')}</legend>
        <AllNone all={t('all')} none={t('none')} />
        <div className="grid gap-x-6 sm:grid-cols-2">
          {topics.map((topic) => (
            <Tick key={topic} name="topic" value={topic} text={say(`item.topics.${wordKey(topic)}`)} />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-semibold">{t('length')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {lengths.map((length) => (
            <label key={length} className="flex min-h-11 items-center gap-2">
              <input type="radio" name="length" value={length} defaultChecked={length === 10} className="size-5" />
              {t('questions', { count: length })}
            </label>
          ))}
        </div>
      </fieldset>
      <details>
        <summary className="min-h-8 cursor-pointer font-semibold">{t('kinds')}</summary>
        <fieldset className="mt-2">
          <legend className="sr-only">{t('kinds')}</legend>
          <AllNone all={t('all')} none={t('none')} />
          <div className="grid gap-x-6 sm:grid-cols-2">
            {kinds.map((kind) => (
              <Tick key={kind} name="kind" value={kind} text={say(`item.kinds.${kind}`)} />
            ))}
          </div>
        </fieldset>
      </details>
    </>
  )
}

function Tick({ name, value, text }: { readonly name: string; readonly value: string; readonly text: string }) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input type="checkbox" name={name} value={value} defaultChecked className="size-5" />
      {text}
    </label>
  )
}
