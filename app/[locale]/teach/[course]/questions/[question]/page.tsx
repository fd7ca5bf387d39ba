import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { QuestionEditor } from '@/components/author/question-editor'
import { VerdictWords } from '@/components/author/verdict-words'
import { ActionForm } from '@/components/ui/form/action-form'
import { Page } from '@/components/ui/page'
import { loadSay } from '@/lib/i18n/say'
import { listVersions, type QuestionVersion } from '@/lib/store/teach/questions'
import { draftOf, writeAuthored } from '@/lib/teach/authored'
import { presentWritten } from '@/lib/words/present-authored'
import { openCourse } from '../../../open-course'
import { checkQuestion, markDraft } from '../check-question'
import { editorProps, firstDraft } from '../editor-props'
import { previewSeed } from '../preview-seed'
import { removeQuestion, saveQuestion } from '../save-question'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('author')
  return { title: t('editTitle') }
}

/** A question of a course, to edit, with its versions. */
export default async function QuestionPage({ params }: PageProps<'/[locale]/teach/[course]/questions/[question]'>) {
  const { course: courseId, question: questionId } = await params
  const { asking, reader } = await openCourse(courseId, 'edit assignments')
  const versions = await listVersions({ ...asking, questionId })
  const [newest] = versions
  if (newest === undefined) notFound()
  const t = await getTranslations('author')
  const locale = await getLocale()
  const say = await loadSay(locale)
  const { authored, title } = newest
  const draft = (authored === null ? null : draftOf({ title, authored })) ?? firstDraft
  const editor = editorProps(say)
  return (
    <Page title={t('editTitle')} width="page" back={{ href: `/teach/${courseId}/questions`, text: t('toList') }}>
      <QuestionEditor
        first={{ draft, preview: presentWritten(say, writeAuthored(draft), previewSeed) }}
        isNew={false}
        draftName={newest.id}
        check={checkQuestion.bind(null, courseId)}
        mark={markDraft.bind(null, courseId)}
        save={saveQuestion.bind(null, { courseId, questionId })}
        locale={locale}
        {...editor}
      />
      <Versions versions={versions} timeZone={reader.timeZone} />
      <section className="flex flex-col gap-3 border-rule border-t pt-6">
        <p className="text-muted">{t('deleteHint')}</p>
        <ActionForm
          act={removeQuestion.bind(null, { courseId, questionId })}
          submit={t('delete')}
          errors={editor.texts.errors}
          look="plain"
        >
          {null}
        </ActionForm>
      </section>
    </Page>
  )
}

async function Versions({
  versions,
  timeZone,
}: {
  readonly versions: readonly QuestionVersion[]
  readonly timeZone: string
}) {
  const t = await getTranslations('author')
  const format = await getFormatter()
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('history')}</h2>
      <p className="max-w-text text-muted">{t('historyHint')}</p>
      <ol className="divide-y divide-rule border-rule border-y">
        {versions.map(({ id, number, author, at, verdictNow }, index) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 py-2">
            <span>
              {t('version', {
                number: String(number),
                author,
                date: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
              })}
            </span>
            <VerdictWords verdict={verdictNow} words={t(`verdict.${verdictNow}`)} />
            {index === 0 && <span className="text-muted">{t('newest')}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
