import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EndpointView } from '@/components/item/endpoint-view'
import { FeedbackView, RightAnswer } from '@/components/item/feedback-view'
import { ItemPicture } from '@/components/item/item-picture'
import { ProseView } from '@/components/item/prose-view'
import type { PracticeTexts } from '@/components/practice/texts'
import { Words } from '@/components/ui/words'
import type { Withdrawal } from '@/lib/teach/regrade'
import type { ResultEntry } from '@/lib/words/present-result'

type Props = {
  readonly entries: readonly ResultEntry[]
  readonly texts: PracticeTexts
  readonly locale: string
  /** Whether they stand within something that has a heading. */
  readonly isAlone?: boolean
  /** What stands under a question, by its position. */
  readonly below?: (position: number) => ReactNode
}

/** Every question of a finished exam; what was not fully right stands open. */
export function ResultQuestions({ entries, texts, locale, isAlone = false, below }: Props) {
  const t = useTranslations('exam.result')
  return (
    <section className="flex flex-col gap-2">
      {!isAlone && <h2>{t('all')}</h2>}
      <ol className="divide-y divide-rule border-rule border-y">
        {entries.map((entry) => (
          <li key={entry.item.position} className="py-2">
            <ResultQuestion {...{ entry, texts, locale }} below={below?.(entry.item.position)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

type QuestionProps = Pick<Props, 'texts' | 'locale'> & { readonly entry: ResultEntry; readonly below: ReactNode }

function ResultQuestion({ entry, texts, locale, below }: QuestionProps) {
  const t = useTranslations('exam.result')
  const format = useFormatter()
  const { item, credit, points, given, key, feedback, withdrawn } = entry
  if (withdrawn !== null) return <WithdrawnQuestion {...{ entry, withdrawn, texts, below }} />
  const verdict = credit === 100 ? t('right') : given === null ? t('unanswered') : credit > 0 ? t('partly') : t('wrong')
  return (
    <details id={`question-${item.position + 1}`} open={credit < 100} className="scroll-mt-4">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-3 py-1">
        <span className="font-mono text-muted">{item.position + 1}</span>
        <span className={credit === 100 ? 'text-correct' : 'text-wrong'}>
          {credit === 100 ? '✓' : '✕'} {verdict}
        </span>
        <span className="ml-auto whitespace-nowrap text-muted text-sm">
          {t('questionPoints', { earned: format.number((points * credit) / 100), points })}
        </span>
        <span className="basis-full [overflow-wrap:anywhere] [&_code]:whitespace-normal">
          <Words text={item.stem} />
        </span>
      </summary>
      <div className="flex flex-col gap-4 pt-2 pb-4">
        <Asked entry={entry} texts={texts} />
        {feedback !== null ? (
          <FeedbackView feedback={feedback} texts={{ ...texts, wrong: verdict }} locale={locale} headingRef={null} />
        ) : (
          key !== null && key.answer.length > 0 && <RightAnswer answer={key.answer} texts={texts} />
        )}
        {below}
      </div>
    </details>
  )
}

/** A question that was withdrawn: it stays where it was, struck through where it counts for nobody, with the reason. */
function WithdrawnQuestion({
  entry,
  withdrawn: { points, reason },
  texts,
  below,
}: Pick<QuestionProps, 'entry' | 'below'> & Pick<Props, 'texts'> & { readonly withdrawn: Withdrawal }) {
  const t = useTranslations('exam.result')
  const { item } = entry
  return (
    <details id={`question-${item.position + 1}`} className="scroll-mt-4">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-3 py-1">
        <span className="font-mono text-muted">{item.position + 1}</span>
        <span className="font-medium">{t(points === 'nobody' ? 'withdrawnNobody' : 'withdrawnEverybody')}</span>
        <span className="ml-auto whitespace-nowrap text-muted text-sm">
          {points === 'nobody' ? '–' : t('questionPoints', { earned: String(entry.points), points: entry.points })}
        </span>
        <span className="basis-full [overflow-wrap:anywhere] [&_code]:whitespace-normal">
          {points === 'nobody' ? (
            <s>
              <Words text={item.stem} />
            </s>
          ) : (
            <Words text={item.stem} />
          )}
        </span>
        <span className="basis-full text-muted [overflow-wrap:anywhere]">{t('withdrawnWhy', { reason })}</span>
      </summary>
      <div className="flex flex-col gap-4 pt-2 pb-4">
        <Asked entry={entry} texts={texts} />
        {below}
      </div>
    </details>
  )
}

/** What was asked, and what was given. */
function Asked({ entry, texts }: { readonly entry: ResultEntry; readonly texts: PracticeTexts }) {
  const { item } = entry
  return (
    <>
      {item.prose !== null && <ProseView prose={item.prose} />}
      {item.endpoint !== null && <EndpointView endpoint={item.endpoint} texts={texts} />}
      <ItemPicture item={item} texts={texts} />
      <GivenOptions entry={entry} texts={texts} />
    </>
  )
}

/** The options as they stood, with what was chosen and what is right; where none were chosen among, what was given. */
function GivenOptions({ entry, texts }: { readonly entry: ResultEntry; readonly texts: PracticeTexts }) {
  const { item, chosen, given, key } = entry
  if (item.control !== 'choice' && item.control !== 'several') {
    return given === null ? null : (
      <p className="[overflow-wrap:anywhere] [&_code]:whitespace-normal">
        <span className="text-muted">{texts.yourAnswer}: </span>
        <Words text={given.join(' · ')} />
      </p>
    )
  }
  return (
    <ol className="flex flex-col gap-1">
      {item.options.map((option, index) => {
        const isRight = key?.rightOptions.includes(index) ?? false
        const isChosen = chosen.includes(index)
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: options stand where they stood
            key={index}
            className={`flex flex-wrap items-baseline gap-x-3 rounded-sm border px-3 py-1.5 ${isRight ? 'border-correct' : isChosen && key !== null ? 'border-wrong' : 'border-rule'}`}
          >
            <span className="font-mono text-muted text-sm">{index + 1}</span>
            <span className="min-w-0 grow basis-40 [overflow-wrap:anywhere] [&_code]:whitespace-normal">
              <Words text={option} />
            </span>
            {isRight && <span className="text-correct text-sm">✓ {texts.isRight}</span>}
            {isChosen && (
              <span className={`text-sm ${isRight ? 'text-correct' : key === null ? '' : 'text-wrong'}`}>
                ● {texts.yourAnswer}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
