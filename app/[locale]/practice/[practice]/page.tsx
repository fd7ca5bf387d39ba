import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PracticeRun } from '@/components/practice/practice-run'
import { practiceTexts } from '@/components/practice/texts'
import { redirect } from '@/lib/i18n/navigation'
import { loadSay, type Say } from '@/lib/i18n/say'
import { mostQuestions } from '@/lib/items/diagnosis/find-out'
import { findReader } from '@/lib/session/reader'
import { findPractice } from '@/lib/store/practice'
import { presentAsked } from '@/lib/words/present-asked'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice')
  return { title: t('title') }
}

/** The words of a practice that is as long as it takes. */
function findOutTexts(say: Say) {
  const places = { number: '{number}', length: '{length}' }
  return { ...practiceTexts(say), question: say('practice.questionAtMost', places) }
}

/** A practice where it stands: the first question that is not answered. */
export default async function PracticeRunPage({ params }: PageProps<'/[locale]/practice/[practice]'>) {
  const { practice: practiceId } = await params
  const locale = await getLocale()
  const { userId, settings } = await findReader()
  const practice = userId === undefined ? undefined : await findPractice({ userId, practiceId })
  if (practice === undefined) notFound()
  const say = await loadSay(locale)
  const open = practice.items.filter(({ answer }) => answer === undefined)
  const first = open.map((asked) => presentAsked(say, asked, asked.position)).find((item) => item !== null)
  if (first === undefined) return redirect({ href: `/practice/${practiceId}/summary`, locale })
  return (
    <>
      <noscript>
        <p className="mb-6 border-wrong border-l-4 bg-sheet px-4 py-3">{say('practice.noScript')}</p>
      </noscript>
      <PracticeRun
        practiceId={practiceId}
        length={practice.aim === 'beliefs' ? mostQuestions : practice.length}
        first={first}
        locale={locale}
        numberKeys={settings.numberKeys}
        texts={practice.aim === 'beliefs' ? findOutTexts(say) : practiceTexts(say)}
      />
    </>
  )
}
