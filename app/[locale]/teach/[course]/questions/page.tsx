import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { VerdictWords } from '@/components/author/verdict-words'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { listQuestions } from '@/lib/store/teach/questions'
import { titleLine } from '@/lib/words/question-line'
import { openCourse } from '../../open-course'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('author')
  return { title: t('title') }
}

/** The questions that were written for a course, each with what the machine says to it today. */
export default async function QuestionsPage({ params }: PageProps<'/[locale]/teach/[course]/questions'>) {
  const { course: courseId } = await params
  const { asking, reader } = await openCourse(courseId, 'edit assignments')
  const questions = await listQuestions(asking)
  const t = await getTranslations('author')
  const format = await getFormatter()
  const say = await loadSay(await getLocale())
  return (
    <Page title={t('title')} width="page">
      <p className="max-w-text">{t('lead')}</p>
      <p>
        <Link href={`/teach/${courseId}/questions/new`} className={buttonClass('primary')}>
          {t('new')}
        </Link>
      </p>
      {questions.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ul aria-label={t('listLabel')} className="divide-y divide-rule border-rule border-y">
          {questions.map((question) => (
            <li key={question.id} className="flex flex-col gap-1 py-3">
              <Link
                href={`/teach/${courseId}/questions/${question.questionId}`}
                prefetch={false}
                className={`${textLink} min-h-6 w-fit [overflow-wrap:anywhere]`}
              >
                <Words text={titleLine(say, question)} />
              </Link>
              <p className="flex flex-wrap gap-x-4 text-sm">
                <VerdictWords verdict={question.verdictNow} words={t(`verdict.${question.verdictNow}`)} />
                {question.verdict !== question.verdictNow && (
                  <span className="text-wrong">{t('changedSince', { verdict: t(`verdict.${question.verdict}`) })}</span>
                )}
                {question.authored !== null && (
                  <span className="text-muted">
                    {say(`item.kinds.${question.authored.body.kind}`)} ·{' '}
                    {t('pointsShort', { points: question.authored.points })}
                  </span>
                )}
                <span className="text-muted">
                  {t('version', {
                    number: String(question.number),
                    author: question.author,
                    date: format.dateTime(question.at, { dateStyle: 'medium', timeZone: reader.timeZone }),
                  })}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
