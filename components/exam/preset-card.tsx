import { useTranslations } from 'next-intl'
import type { Blueprint, PresetName } from '@/lib/assessment/blueprint'
import { Link } from '@/lib/i18n/navigation'
import type { Locale } from '@/lib/i18n/routing'
import { BlueprintFacts } from './blueprint-facts'
import { ExamForm } from './exam-form'

type Props = {
  readonly name: PresetName
  readonly blueprint: Blueprint
  readonly byTopic: readonly (readonly [string, number])[]
  readonly locale: Locale
  readonly start: Pick<Parameters<typeof ExamForm>[0], 'start' | 'submit'>
}

/** A ready blueprint: what it asks and how it counts, before the start. */
export function PresetCard({ name, blueprint, byTopic, locale, start }: Props) {
  const t = useTranslations('exam')
  const title = t(`presets.${name}.name`)
  return (
    <section className="flex flex-col gap-1 rounded-sm border border-edge bg-sheet p-4">
      <h2>{title}</h2>
      <BlueprintFacts {...{ blueprint, byTopic, locale }} />
      <p>{t(`presets.${name}.text`)}</p>
      <ExamForm
        {...start}
        name={t('startPreset', { name: title })}
        beside={
          <Link
            className="inline-flex min-h-8 items-center text-accent underline"
            href={`/exam?adjust=${name}#own`}
            aria-label={t('adjustPreset', { name: title })}
          >
            {t('adjust')}
          </Link>
        }
      >
        <input type="hidden" name="preset" value={name} />
      </ExamForm>
    </section>
  )
}
