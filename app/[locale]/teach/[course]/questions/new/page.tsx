import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { QuestionEditor } from '@/components/author/question-editor'
import { Page } from '@/components/ui/page'
import { Words } from '@/components/ui/words'
import { loadSay } from '@/lib/i18n/say'
import { type QuestionDraft, writeAuthored } from '@/lib/teach/authored'
import { presentWritten } from '@/lib/words/present-authored'
import { readAsked } from '../../../ask/read-asked'
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
export default async function NewQuestionPage(props: PageProps<'/[locale]/teach/[course]/questions/new'>) {
  const { course: courseId } = await props.params
  await openCourse(courseId, 'edit assignments')
  const t = await getTranslations('author')
  const locale = await getLocale()
  const say = await loadSay(locale)
  const link = [(await props.searchParams).s].flat()[0]
  const asked = link === undefined ? null : readAsked(say, link)
  const draft: QuestionDraft =
    asked?.kind === 'drafted' ? { kind: 'machine', title: '', points: 1, machine: asked.draft } : firstDraft
  return (
    <Page title={t('newTitle')} width="page" back={{ href: `/teach/${courseId}/questions`, text: t('toList') }}>
      {asked !== null && (
        <p className="max-w-text border-accent border-l-4 pl-4" role={asked.kind === 'drafted' ? undefined : 'alert'}>
          <Words text={asked.kind === 'drafted' ? t('fromMoment', { happened: asked.happened }) : asked.why} />
        </p>
      )}
      <QuestionEditor
        first={{ draft, preview: presentWritten(say, writeAuthored(draft), previewSeed) }}
        isNew
        draftName={asked?.kind === 'drafted' ? `${courseId} ${link}` : `${courseId} new`}
        check={checkQuestion.bind(null, courseId)}
        mark={markDraft.bind(null, courseId)}
        save={saveQuestion.bind(null, { courseId, questionId: null })}
        locale={locale}
        {...editorProps(say)}
      />
    </Page>
  )
}
