import { useTranslations } from 'next-intl'
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

const box = 'min-h-11 w-full max-w-full rounded-sm border border-edge bg-sheet px-3 py-2'

/** Rules to choose from; each leads to its preview, by its address. */
export function RuleForms({ items, keyed }: Props) {
  const t = useTranslations('marks.regrade')
  return (
    <div className="flex max-w-text flex-col gap-6">
      <form method="get" className="flex flex-col gap-4 border-rule border-l-4 pl-4">
        <h3>{t('withdraw')}</h3>
        <label className="flex flex-col gap-1 font-medium">
          {t('item')}
          <select name="item" className={box}>
            {items.map(({ name, line }) => (
              <option key={name} value={name}>
                {line}
              </option>
            ))}
          </select>
        </label>
        <label className="flex flex-col gap-1 font-medium">
          {t('points')}
          <select name="rule" className={box}>
            <option value="nobody">{t('nobody')}</option>
            <option value="everybody">{t('everybody')}</option>
          </select>
        </label>
        <div>
          <Button type="submit" aria-label={`${t('preview')}: ${t('withdraw')}`}>
            {t('preview')}
          </Button>
        </div>
      </form>
      <form method="get" className="flex flex-col gap-4 border-rule border-l-4 pl-4">
        <h3>{t('credit')}</h3>
        <label className="flex flex-col gap-1 font-medium">
          {t('creditIs')}
          <select name="rule" className={box}>
            <option value="partial">{t('partial')}</option>
            <option value="whole">{t('whole')}</option>
          </select>
        </label>
        <div>
          <Button type="submit" aria-label={`${t('preview')}: ${t('credit')}`}>
            {t('preview')}
          </Button>
        </div>
      </form>
      {keyed.map(({ name, line, key, options }) => (
        <form key={name} method="get" className="flex flex-col gap-4 border-rule border-l-4 pl-4">
          <h3>{t('key')}</h3>
          <p className="[overflow-wrap:anywhere]">{line}</p>
          <input type="hidden" name="rule" value="key" />
          <input type="hidden" name="item" value={name} />
          <label className="flex flex-col gap-1 font-medium">
            {t('keyIs')}
            <select name="key" className={box} defaultValue={key}>
              {options.map(({ option, words }) => (
                <option key={option} value={option}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <div>
            <Button type="submit" aria-label={`${t('preview')}: ${t('key')}: ${line}`}>
              {t('preview')}
            </Button>
          </div>
        </form>
      ))}
    </div>
  )
}
