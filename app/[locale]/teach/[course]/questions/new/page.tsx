import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { QuestionEditor } from '@/components/author/question-editor'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
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
    <section className="flex flex-col gap-6">
      <h2>{t('newTitle')}</h2>
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
    </section>
  )
}
