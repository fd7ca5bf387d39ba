import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChoiceFields } from '@/components/practice/choice-fields'
import { ChoiceForm } from '@/components/practice/choice-form'
import { PracticeHistory } from '@/components/practice/practice-history'
import { Page } from '@/components/ui/page'
import { mostQuestions } from '@/lib/items/diagnosis/find-out'
import { itemKinds } from '@/lib/items/item'
import { practiceLengths } from '@/lib/items/practice-choice'
import { topics } from '@/lib/items/topics'
import { findReader } from '@/lib/session/reader'
import { findName } from '@/lib/store/person'
import { listPractices } from '@/lib/store/practice'
import { findOut } from './find-out'
import { startPractice } from './start-practice'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice')
  return { title: t('title') }
}

/** Choose what to practise, or go on with what was begun. */
export default async function PracticePage() {
  const t = await getTranslations('practice')
  const locale = await getLocale()
  const { userId, timeZone } = await findReader()
  const name = userId === undefined ? undefined : await findName(userId)
  const practices = userId === undefined ? [] : await listPractices({ userId, limit: 10 })
  return (
    <Page title={t('title')} width="page">
      <p className="max-w-text">{t('lead')}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-6">
          <ChoiceForm
            start={startPractice}
            initial={{ error: null }}
            submit={t('start')}
            errors={{ nothingChosen: t('nothingChosen'), nothingFound: t('nothingFound'), busy: t('busy') }}
          >
            <ChoiceFields locale={locale} topics={topics} kinds={itemKinds} lengths={practiceLengths} />
          </ChoiceForm>
          <section
            id="find-out"
            aria-labelledby="find-out-title"
            className="flex scroll-mt-4 flex-col gap-4 border-rule border-t pt-6"
          >
            <h2 id="find-out-title">{t('aim.title')}</h2>
            <p className="max-w-text">{t('aim.lead', { most: mostQuestions })}</p>
            <ChoiceForm
              start={findOut}
              initial={{ error: null }}
              submit={t('aim.start')}
              errors={{ busy: t('busy') }}
              look="plain"
            >
              {null}
            </ChoiceForm>
          </section>
          {name?.isGuest !== false && <p className="text-muted text-sm">{t('guest')}</p>}
        </div>
        <PracticeHistory practices={practices} timeZone={timeZone} />
      </div>
    </Page>
  )
}
