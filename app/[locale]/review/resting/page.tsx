import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { practiceTexts } from '@/components/practice/texts'
import { ContrastView } from '@/components/review/contrast-view'
import { ActionForm } from '@/components/ui/form/action-form'
import { StandingStatus } from '@/components/ui/form/standing-status'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { confusedState, contrastOf } from '@/lib/items/contrast'
import { findReader } from '@/lib/session/reader'
import { listResting } from '@/lib/store/review/resting'
import { cardWords } from '@/lib/words/card-words'
import { firstLine } from '@/lib/words/markdown'
import { presentContrast } from '@/lib/words/present-contrast'
import { givenWords } from '@/lib/words/present-review'
import { takeUp } from './take-up'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('restingTitle') }
}

/** The cards that rest because they were forgotten too often, each held against what it is taken for. */
export default async function RestingPage() {
  const t = await getTranslations('review')
  const say = await loadSay(await getLocale())
  const { userId } = await findReader()
  const cards = userId === undefined ? [] : await listResting(userId)
  const texts = practiceTexts(say)
  const words = { difference: t('difference'), more: t('readOn'), colon: texts.colon }
  return (
    <Page title={t('restingTitle')} width="page">
      <StandingStatus className="flex flex-col gap-6">
        <p className="max-w-text text-muted">{t(cards.length === 0 ? 'noneResting' : 'restingLead')}</p>
        {cards.map(({ id, factId, note, lapses, wrong }) => {
          const contrast = factId === null ? null : contrastOf(factId, confusedState(wrong))
          const given = [...new Set(wrong.map((answer) => givenWords(say, answer).join(', ')))]
          return (
            <section key={id} className="flex flex-col gap-4 border-rule border-t pt-6">
              {contrast !== null && (
                <ContrastView contrast={presentContrast(say, contrast)} texts={texts} words={words} />
              )}
              {note !== null && <OwnCard {...note} />}
              <p className="text-muted">
                {t('lapsed', { lapses })}
                {given.length > 0 && (
                  <>
                    {' '}
                    {t('answeredInstead')} <Words text={given.slice(0, 3).join(' · ')} />
                  </>
                )}
              </p>
              <ActionForm
                act={takeUp}
                submit={t('takeUpAgain')}
                submitName={`${t('takeUpAgain')}: ${cardWords(say, { factId }, note ?? undefined).replaceAll('`', '')}`}
                done={t('takenUp')}
                errors={{ busy: t('busy') }}
                look="plain"
              >
                <input type="hidden" name="card" value={id} />
              </ActionForm>
            </section>
          )
        })}
      </StandingStatus>
      <p>
        <Link className={textLink} href="/review">
          {t('backToReview')}
        </Link>
      </p>
    </Page>
  )
}

/** A card of the learner's own can't be held against another; it can be written anew. */
async function OwnCard({ id, front }: { readonly id: string; readonly front: string }) {
  const t = await getTranslations('review')
  return (
    <div className="flex max-w-text flex-col gap-2">
      <h2 className="[overflow-wrap:anywhere]">{firstLine(front, 160)}</h2>
      <p>{t('restingOwn')}</p>
      <p>
        <Link className={textLink} href={`/cards/notes/${id}`}>
          {t('rewrite')}
        </Link>
      </p>
    </div>
  )
}
