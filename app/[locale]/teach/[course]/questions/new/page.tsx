import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { QuestionEditor } from '@/components/author/question-editor'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { writeAuthored } from '@/lib/teach/authored'
import { presentWritten } from '@/lib/words/present-authored'
import { checkQuestion, markDraft } from '../check-question'
import { editorProps, firstDraft } from '../editor-props'
import { findWrittenCourse } from '../find-written-course'
import { previewSeed } from '../preview-seed'
import { saveQuestion } from '../save-question'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('author')
  return { title: t('newTitle') }
}

/** A new question of a course. */
export default async function NewQuestionPage({ params }: PageProps<'/[locale]/teach/[course]/questions/new'>) {
  const { course: courseId } = await params
  await findWrittenCourse(courseId)
  const t = await getTranslations('author')
  const locale = await getLocale()
  const say = await loadSay(locale)
  return (
    <Page title={t('newTitle')} width="page">
      <p>
        <Link href={`/teach/${courseId}/questions`} className={textLink}>
          ← {t('toList')}
        </Link>
      </p>
      <QuestionEditor
        first={{ draft: firstDraft, preview: presentWritten(say, writeAuthored(firstDraft), previewSeed) }}
        isNew
        check={checkQuestion.bind(null, courseId)}
        mark={markDraft.bind(null, courseId)}
        save={saveQuestion.bind(null, { courseId, questionId: null })}
        locale={locale}
        {...editorProps(say)}
      />
    </Page>
  )
}
