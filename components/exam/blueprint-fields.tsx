import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { summaryLook } from '@/components/ui/summary-look'
import type { Blueprint, Form } from '@/lib/assessment/blueprint'
import type { Locale } from '@/lib/i18n/routing'
import { loadSay } from '@/lib/i18n/say'
import { wordKey } from '@/lib/tcp/word-key'

type Props = {
  /** What the fields begin with. */
  readonly blueprint: Blueprint
  readonly topics: readonly (keyof Blueprint['topics'])[]
  readonly levels: readonly (1 | 2 | 3)[]
  readonly forms: readonly Form[]
  readonly locale: Locale
  /** What to fold the shares under, where most leave them as they are. */
  readonly foldAs?: string
}

/** A blueprint, field by field. */
export async function BlueprintFields({ blueprint, topics, levels, forms, locale, foldAs }: Props) {
  const t = await getTranslations({ locale, namespace: 'exam' })
  const say = await loadSay(locale)
  const share = { min: 0, max: 100 }
  const shares = (
    <>
      <p className="text-muted">{t('ownLead')}</p>
      <Group title={t('topics')}>
        {topics.map((topic) => (
          <NumberField
            key={topic}
            name={`topic ${topic}`}
            label={say(`item.topics.${wordKey(topic)}`)}
            value={blueprint.topics[topic]}
            {...share}
          />
        ))}
      </Group>
      <Group title={t('levels')}>
        {levels.map((level) => (
          <NumberField
            key={level}
            name={`level ${level}`}
            label={`${level}: ${t(`level.${level}`)}`}
            value={blueprint.levels[level]}
            {...share}
          />
        ))}
      </Group>
      <Group title={t('forms')}>
        {forms.map((form) => (
          <label key={form} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name="form"
              value={form}
              defaultChecked={blueprint.forms.includes(form)}
              className="size-5"
            />
            {t(`form.${form}`)}
          </label>
        ))}
      </Group>
    </>
  )
  return (
    <>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        <NumberField name="questions" label={t('questions')} value={blueprint.questions} min={1} max={60} />
        <NumberField name="minutes" label={t('minutes')} value={blueprint.minutes} min={1} max={300} />
        <NumberField name="points" label={t('points')} value={blueprint.points} min={1} max={20} />
      </div>
      {foldAs === undefined ? (
        shares
      ) : (
        <details>
          <summary className={summaryLook}>{foldAs}</summary>
          <div className="flex flex-col gap-4 border-rule border-l-4 pt-2 pl-4">{shares}</div>
        </details>
      )}
      <Group title={t('creditLabel')}>
        {(['partial', 'whole'] as const).map((credit) => (
          <label key={credit} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="credit"
              value={credit}
              defaultChecked={blueprint.credit === credit}
              className="size-5"
            />
            {t(`credit.${credit}`)}
          </label>
        ))}
      </Group>
    </>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{title}</legend>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">{children}</div>
    </fieldset>
  )
}

type FieldProps = {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
}

function NumberField({ name, label, value, min, max }: FieldProps) {
  return (
    <label className="flex items-center justify-between gap-3">
      <span>{label}</span>
      <input
        type="number"
        required
        className="min-h-11 w-20 shrink-0 rounded-sm border border-edge bg-sheet px-2 font-mono"
        defaultValue={value}
        {...{ name, min, max }}
      />
    </label>
  )
}
