import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  /** Each item that can be withdrawn, with a line to know it by. */
  readonly items: readonly { readonly name: string; readonly line: string }[]
  /** Each question whose key is its author's alone, with what could be its key. */
  readonly keyed: readonly {
    readonly name: string
    readonly line: string
    readonly key: string
    readonly options: readonly { readonly option: string; readonly words: string }[]
  }[]
}

type Option = { readonly value: string; readonly words: string }

/** Rules to choose from; each leads to its preview, by its address. */
export function RuleForms({ items, keyed }: Props) {
  const t = useTranslations('marks.regrade')
  const credits = (['partial', 'whole'] as const).map((value) => ({ value, words: t(value) }))
  const points = (['nobody', 'everybody'] as const).map((value) => ({ value, words: t(value) }))
  return (
    <div className="flex max-w-text flex-col gap-6">
      <RuleForm title={t('withdraw')}>
        <Choice name="item" label={t('item')} options={items.map(({ name, line }) => ({ value: name, words: line }))} />
        <Choice name="rule" label={t('points')} options={points} />
      </RuleForm>
      <RuleForm title={t('credit')}>
        <Choice name="rule" label={t('creditIs')} options={credits} />
      </RuleForm>
      {keyed.map(({ name, line, key, options }) => (
        <RuleForm key={name} title={t('key')} line={line}>
          <input type="hidden" name="rule" value="key" />
          <input type="hidden" name="item" value={name} />
          <Choice
            name="key"
            label={t('keyIs')}
            options={options.map(({ option, words }) => ({ value: option, words }))}
            chosen={key}
          />
        </RuleForm>
      ))}
    </div>
  )
}

type FormProps = { readonly title: string; readonly line?: string; readonly children: ReactNode }

/** One rule, with the question it is about where that is settled. */
function RuleForm({ title, line, children }: FormProps) {
  const t = useTranslations('marks.regrade')
  return (
    <form method="get" className="flex flex-col gap-4 border-rule border-l-4 pl-4">
      <h3>{title}</h3>
      {line !== undefined && <p className="[overflow-wrap:anywhere]">{line}</p>}
      {children}
      <div>
        <Button type="submit" aria-label={[t('preview'), title, line].filter((part) => part !== undefined).join(': ')}>
          {t('preview')}
        </Button>
      </div>
    </form>
  )
}

type ChoiceProps = {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen?: string
}

function Choice({ name, label, options, chosen }: ChoiceProps) {
  return (
    <label className="flex flex-col gap-1 font-medium">
      {label}
      <select
        name={name}
        className="min-h-11 w-full max-w-full rounded-sm border border-edge bg-sheet px-3 py-2"
        defaultValue={chosen}
      >
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
