import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BlueprintFields } from '@/components/exam/blueprint-fields'
import { FieldProblem, SelectField, TextAreaField, TextField, TickField } from '@/components/ui/form/fields'
import { summaryLook } from '@/components/ui/summary-look'
import type { Blueprint, Form } from '@/lib/assessment/blueprint'
import type { Locale } from '@/lib/i18n/routing'
import type { AssignmentKind, AssignmentSettings, Part, When } from '@/lib/teach/assignment'

type Props = {
  readonly kind: AssignmentKind
  readonly title: string
  readonly settings: AssignmentSettings
  /** The blueprint to begin with where there is none. */
  readonly preset: Blueprint
  /** Times on the wall clock, as their inputs have them; empty for none. */
  readonly times: { readonly opensAt: string; readonly dueAt: string; readonly closesAt: string }
  readonly timeZone: string
  readonly locale: Locale
  readonly lists: {
    readonly topics: readonly (keyof Blueprint['topics'])[]
    readonly levels: readonly (1 | 2 | 3)[]
    readonly forms: readonly Form[]
    readonly parts: readonly Part[]
    readonly whens: readonly When[]
  }
}

/** An assignment, field by field: when, what, how, and what is seen of it afterwards. */
export function AssignmentFields({ kind, title, settings, preset, times, timeZone, locale, lists }: Props) {
  const t = useTranslations('assign.fields')
  const { blueprint, shown } = settings
  const picked = settings.picked.length + settings.questions.length
  const timeProblem = t('timeProblem')
  const drawn = { ...(blueprint ?? preset), credit: settings.credit }
  return (
    <>
      <TextField name="title" label={t('title')} defaultValue={title} problem={t('titleProblem')} maxLength={120} />
      <Section title={t('when')}>
        <p className="text-muted text-sm">{t('zone', { zone: timeZone })}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            name="opensAt"
            type="datetime-local"
            label={t('opensAt')}
            defaultValue={times.opensAt}
            problem={t('opensProblem')}
          />
          <TextField
            name="dueAt"
            type="datetime-local"
            label={t('dueAt')}
            hint={t('dueHint')}
            defaultValue={times.dueAt}
            problem={timeProblem}
          />
          <TextField
            name="closesAt"
            type="datetime-local"
            label={t('closesAt')}
            hint={t('closesHint')}
            defaultValue={times.closesAt}
            problem={timeProblem}
          />
        </div>
      </Section>
      <Section title={t('what')}>
        <p>{t('picked', { count: picked })}</p>
        {picked > 0 && <TickField name="isDrawn" label={t('isDrawn')} defaultChecked={blueprint !== null} />}
        <BlueprintFields
          blueprint={{ ...drawn, minutes: settings.minutes ?? drawn.minutes }}
          locale={locale}
          topics={lists.topics}
          levels={lists.levels}
          forms={lists.forms}
          foldAs={t('shares')}
        />
        <FieldProblem name="blueprint" problem={t('blueprintProblem')} />
      </Section>
      <Section title={t('how')}>
        <TickField name="isTimed" label={t('isTimed')} defaultChecked={settings.minutes !== null} />
        <TickField name="isShuffled" label={t('isShuffled')} defaultChecked={settings.isShuffled} />
        <TickField name="isOneWay" label={t('isOneWay')} defaultChecked={settings.isOneWay} />
        {kind === 'homework' && (
          <div className="grid gap-4 sm:grid-cols-2">
            <NumberField name="tries" label={t('tries')} value={settings.tries} min={1} max={20} />
            <SelectField
              name="counts"
              label={t('counts')}
              defaultValue={settings.counts}
              options={(['best', 'last', 'mean'] as const).map((value) => ({ value, text: t(`count.${value}`) }))}
            />
            <NumberField name="lessPerTry" label={t('lessPerTry')} value={settings.lessPerTry} min={0} max={100} />
            <NumberField
              name="lessPerDayLate"
              label={t('lessPerDayLate')}
              value={settings.lessPerDayLate}
              min={0}
              max={100}
            />
          </div>
        )}
      </Section>
      <Section title={t('shownTitle')}>
        <p className="text-muted text-sm">{t('shownHint')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {lists.parts.map((part) => (
            <SelectField
              key={part}
              name={`shown ${part}`}
              label={t(`shown.${part}`)}
              defaultValue={shown[part]}
              options={lists.whens.map((value) => ({ value, text: t(`whens.${value}`) }))}
            />
          ))}
        </div>
      </Section>
      <Section
        title={t('door')}
        isFolded={settings.password === '' && settings.networks.length === 0 && settings.honour === ''}
      >
        <TextField
          name="password"
          label={t('password')}
          defaultValue={settings.password}
          maxLength={100}
          autoComplete="off"
        />
        <TextAreaField
          name="networks"
          label={t('networks')}
          hint={t('networksHint')}
          problem={t('networksProblem')}
          defaultValue={settings.networks.join('\n')}
          rows={2}
        />
        <TextAreaField name="honour" label={t('honour')} defaultValue={settings.honour} rows={3} maxLength={1000} />
      </Section>
    </>
  )
}

type SectionProps = { readonly title: string; readonly isFolded?: boolean; readonly children: ReactNode }

/** A part of the form; folded where most need nothing of it. */
function Section({ title, isFolded = false, children }: SectionProps) {
  const look = 'flex flex-col gap-4'
  return isFolded ? (
    <details className="border-rule border-t pt-3">
      <summary className={summaryLook}>{title}</summary>
      <div className={`${look} pt-2`}>{children}</div>
    </details>
  ) : (
    <section className={`${look} border-rule border-t pt-5`}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function NumberField({
  name,
  label,
  value,
  ...range
}: {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
}) {
  const t = useTranslations('assign.fields')
  return (
    <TextField
      type="number"
      isShort
      name={name}
      label={label}
      defaultValue={value}
      problem={t('numberProblem')}
      {...range}
    />
  )
}
