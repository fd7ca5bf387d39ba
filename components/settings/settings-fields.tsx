import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FieldProblem, SelectField, TextField, TickField } from '@/components/ui/form/fields'
import type { examBlueprints, Settings, weekdays } from '@/lib/review/settings'
import { EasyDays } from './easy-days'

type Props = {
  readonly settings: Settings
  readonly foundTimeZone: string | undefined
  readonly timeZones: readonly string[]
  readonly weekdays: typeof weekdays
  readonly easyShares: readonly number[]
  readonly examBlueprints: typeof examBlueprints
}

/** The settings as a form: the times, the reviews, the exam, the keyboard. */
export function SettingsFields({ settings, foundTimeZone, timeZones, weekdays, easyShares, examBlueprints }: Props) {
  const t = useTranslations('settings')
  const asBrowser = foundTimeZone === undefined ? t('zoneOfBrowser') : t('zoneFound', { zone: foundTimeZone })
  const hours = [...Array(13).keys()].map((hour) => ({
    value: String(hour),
    text: `${String(hour).padStart(2, '0')}:00`,
  }))
  return (
    <>
      <Part title={t('time')}>
        <SelectField
          name="timeZone"
          label={t('timeZone')}
          problem={t('problems.timeZone')}
          options={[{ value: '', text: asBrowser }, ...timeZones.map((zone) => ({ value: zone, text: zone }))]}
          defaultValue={settings.timeZone ?? ''}
        />
        <SelectField
          name="dayStartsAtHour"
          label={t('dayStartsAtHour')}
          hint={t('dayStartsAtHourHint')}
          options={hours}
          defaultValue={String(settings.dayStartsAtHour)}
        />
      </Part>
      <ReviewPart settings={settings} />
      <Part title={t('week')}>
        <EasyDays weekdays={weekdays} shares={easyShares} chosen={settings.easyDays} />
        <div className="flex flex-wrap gap-4">
          <TextField
            name="holidayFrom"
            type="date"
            isShort
            label={t('holidayFrom')}
            defaultValue={settings.holiday?.from ?? ''}
          />
          <TextField
            name="holidayTo"
            type="date"
            isShort
            label={t('holidayTo')}
            defaultValue={settings.holiday?.to ?? ''}
          />
        </div>
        <FieldProblem name="holiday" problem={t('problems.holiday')} />
      </Part>
      <Part title={t('exam')}>
        <TextField
          name="examOn"
          type="date"
          isShort
          label={t('examOn')}
          problem={t('problems.examOn')}
          defaultValue={settings.examOn ?? ''}
        />
        <TextField
          name="examSubject"
          label={t('examSubject')}
          hint={t('examSubjectHint')}
          problem={t('problems.examSubject')}
          maxLength={80}
          defaultValue={settings.examSubject}
        />
        <SelectField
          name="examBlueprint"
          label={t('examBlueprint')}
          hint={t('examBlueprintHint')}
          options={examBlueprints.map((value) => ({ value, text: t(`examBlueprints.${value}`) }))}
          defaultValue={settings.examBlueprint}
        />
      </Part>
      <Part title={t('keyboard')}>
        <TickField
          name="numberKeys"
          label={t('numberKeys')}
          hint={t('numberKeysHint')}
          defaultChecked={settings.numberKeys}
        />
      </Part>
    </>
  )
}

function ReviewPart({ settings }: { readonly settings: Settings }) {
  const t = useTranslations('settings')
  return (
    <Part title={t('review')}>
      <TextField
        name="retention"
        type="number"
        isShort
        min={70}
        max={97}
        label={t('retention')}
        hint={t('retentionHint')}
        problem={t('problems.retention')}
        defaultValue={Math.round(settings.retention * 100)}
      />
      <TextField
        name="newPerDay"
        type="number"
        isShort
        min={0}
        max={9999}
        label={t('newPerDay')}
        problem={t('problems.count')}
        defaultValue={settings.newPerDay}
      />
      <TextField
        name="reviewsPerDay"
        type="number"
        isShort
        min={0}
        max={9999}
        label={t('reviewsPerDay')}
        problem={t('problems.count')}
        defaultValue={settings.reviewsPerDay}
      />
      <TextField
        name="steps"
        label={t('steps')}
        hint={t('stepsHint')}
        problem={t('problems.steps')}
        spellCheck={false}
        autoComplete="off"
        defaultValue={settings.steps.join(' ')}
      />
      <TextField
        name="relearningSteps"
        label={t('relearningSteps')}
        hint={t('relearningStepsHint')}
        problem={t('problems.steps')}
        spellCheck={false}
        autoComplete="off"
        defaultValue={settings.relearningSteps.join(' ')}
      />
      <TickField
        name="selfRating"
        label={t('selfRating')}
        hint={t('selfRatingHint')}
        defaultChecked={settings.selfRating}
      />
      <TickField
        name="secondTry"
        label={t('secondTry')}
        hint={t('secondTryHint')}
        defaultChecked={settings.secondTry}
      />
    </Part>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 border-rule border-t pt-6">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
