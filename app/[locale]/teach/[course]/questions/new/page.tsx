import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { QuestionEditor } from '@/components/author/question-editor'
import { Page } from '@/components/ui/page'
import { loadSay } from '@/lib/i18n/say'
import { writeAuthored } from '@/lib/teach/authored'
import { presentWritten } from '@/lib/words/present-authored'
import { openCourse } from '../../../open-course'
import { checkQuestion, markDraft } from '../check-question'
import { editorProps, firstDraft } from '../editor-props'
import { previewSeed } from '../preview-seed'
import { saveQuestion } from '../save-question'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('author')
  return { title: t('newTitle') }
}

/** A new question of a course. */
export default async function NewQuestionPage({ params }: PageProps<'/[locale]/teach/[course]/questions/new'>) {
  const { course: courseId } = await params
  await openCourse(courseId, 'edit assignments')
  const t = await getTranslations('author')
  const locale = await getLocale()
  const say = await loadSay(locale)
  return (
    <Page title={t('newTitle')} width="page" back={{ href: `/teach/${courseId}/questions`, text: t('toList') }}>
      <QuestionEditor
        first={{ draft: firstDraft, preview: presentWritten(say, writeAuthored(firstDraft), previewSeed) }}
        isNew
        draftName={`${courseId} new`}
        check={checkQuestion.bind(null, courseId)}
        mark={markDraft.bind(null, courseId)}
        save={saveQuestion.bind(null, { courseId, questionId: null })}
        locale={locale}
        {...editorProps(say)}
      />
    </Page>
  )
}
