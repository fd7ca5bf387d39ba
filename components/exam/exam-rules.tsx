import { useTranslations } from 'next-intl'

const rules = ['clock', 'saved', 'grace', 'unanswered', 'equal'] as const
const creditRules = ['several', 'order', 'fill', 'numbers', 'other', 'whole'] as const

/** What holds for every exam, said before the start: the clock, saving, and what a partly right answer earns. */
export function ExamRules() {
  const t = useTranslations('exam')
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('rules.title')}</h2>
      <ul className="list-disc space-y-1 pl-5">
        {rules.map((rule) => (
          <li key={rule}>{t(`rules.${rule}`)}</li>
        ))}
      </ul>
      <h2>{t('creditRules.title')}</h2>
      <ul className="list-disc space-y-1 pl-5">
        {creditRules.map((rule) => (
          <li key={rule}>{t(`creditRules.${rule}`)}</li>
        ))}
      </ul>
    </section>
  )
}
