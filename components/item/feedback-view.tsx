import type { ReactNode, Ref } from 'react'
import { MarkdownView } from '@/components/cards/markdown-view'
import { fill } from '@/components/practice/fill'
import type { PracticeTexts } from '@/components/practice/texts'
import { SequenceDiagram } from '@/components/timeline/sequence-diagram'
import { TimelineFigure } from '@/components/timeline/timeline-figure'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { Feedback, PresentedOutcome } from '@/lib/words/presented-item'

type Props = {
  readonly feedback: Feedback
  readonly texts: PracticeTexts
  readonly locale: string
  readonly headingRef?: Ref<HTMLHeadingElement>
  /** What stands above it where nobody answered; then it is neither right nor wrong. */
  readonly neutral?: string
}

/** The answer first, then the reason, then the section; the whole run for whoever wants it proved. */
export function FeedbackView({ feedback, texts, locale, headingRef, neutral }: Props) {
  const { right, answer, rule, author, parting, change, beliefs, statements } = feedback
  const edge = neutral !== undefined ? 'border-accent' : right ? 'border-correct' : 'border-wrong'
  return (
    <section className={`flex flex-col gap-4 border-l-4 bg-sheet p-4 sm:p-5 ${edge}`}>
      {neutral === undefined ? (
        <h2 ref={headingRef} tabIndex={-1} className={`outline-none ${right ? 'text-correct' : 'text-wrong'}`}>
          {right ? `✓ ${texts.right}` : `✕ ${texts.wrong}`}
        </h2>
      ) : (
        <h2>{neutral}</h2>
      )}
      {!right && statements.length === 0 && answer.length > 0 && <RightAnswer answer={answer} texts={texts} />}
      <Reason
        title={texts.rule}
        cite={rule.cite === '' ? null : rule.cite}
        section={texts.section}
        href={rule.href === null ? null : `/${locale}${rule.href}`}
        link={texts.toRule}
      >
        <Words text={rule.text} />
      </Reason>
      {author !== null && author.length > 0 && (
        <div className="flex flex-col gap-2">
          <h3 className="text-muted text-sm">{texts.authorSays}</h3>
          <MarkdownView blocks={author} />
        </div>
      )}
      {statements.length > 0 && <Verdicts statements={statements} texts={texts} locale={locale} />}
      {parting !== null && (
        <Reason title={texts.parting} cite={parting.cite} section={texts.section}>
          <Words text={parting.text} />
        </Reason>
      )}
      {change !== null && (
        <Reason title={texts.change} cite={null} section={texts.section}>
          <Words text={change} />
        </Reason>
      )}
      {beliefs.map(({ belief, correction }) => (
        <Reason key={belief} title={texts.belief} cite={null} section={texts.section}>
          <q>
            <Words text={belief} />
          </q>{' '}
          <Words text={correction} />
        </Reason>
      ))}
      {feedback.sequence !== null && (
        <div className="-mx-3 sm:mx-0">
          <SequenceDiagram rows={feedback.sequence} texts={texts} label={texts.proof} />
        </div>
      )}
      {feedback.timeline !== null && (
        <div className="flex flex-col gap-1">
          <h3 className="text-muted text-sm">{texts.shownRun}</h3>
          <div className="-mx-3 sm:mx-0">
            <TimelineFigure timeline={feedback.timeline} texts={texts.timeline} />
          </div>
        </div>
      )}
      {feedback.proof.length > 0 && <RunProof feedback={feedback} texts={texts} />}
    </section>
  )
}

/** What would have been right, in words. */
export function RightAnswer({ answer, texts }: { readonly answer: readonly string[]; readonly texts: PracticeTexts }) {
  return (
    <div>
      <p className="text-muted">{texts.rightAnswer}</p>
      <ol className={answer.length > 1 ? 'list-decimal pl-6' : ''}>
        {answer.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an answer have an order and never move
          <li key={index} className="font-semibold [overflow-wrap:anywhere]">
            <Words text={part} />
          </li>
        ))}
      </ol>
    </div>
  )
}

type ReasonProps = {
  readonly title: string
  readonly cite: string | null
  /** The text around a citation, with its place. */
  readonly section: string
  readonly href?: string | null
  readonly link?: string
  readonly children: ReactNode
}

function Reason({ title, cite, section, href = null, link = '', children }: ReasonProps) {
  return (
    <div>
      <h3 className="text-muted text-sm">{title}</h3>
      <p className="[overflow-wrap:anywhere]">{children}</p>
      {cite !== null && (
        <p className="text-muted text-sm">
          {fill(section, { cite })}
          {href !== null && (
            <>
              {' · '}
              <a className="text-accent underline" href={href} target="_blank" rel="noreferrer">
                {link}
              </a>
            </>
          )}
        </p>
      )}
    </div>
  )
}

function Verdicts({
  statements,
  texts,
  locale,
}: Pick<Props, 'texts' | 'locale'> & { readonly statements: Feedback['statements'] }) {
  return (
    <ol className="flex list-decimal flex-col gap-2 pl-6">
      {statements.map(({ right, why, cite, href }) => (
        <li key={why}>
          <strong>{right ? texts.true : texts.false}</strong>
          {texts.colon}
          <Words text={why} /> <span className="text-muted text-sm">({cite})</span>
          {href !== null && (
            <a
              className="block w-fit text-accent text-sm underline"
              href={`/${locale}${href}`}
              target="_blank"
              rel="noreferrer"
            >
              {texts.toExperiment}
            </a>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The checks of a run one by one, and where it ends. */
export function RunProof({ feedback, texts }: { readonly feedback: Feedback; readonly texts: PracticeTexts }) {
  return (
    <details className="border-rule border-t pt-3">
      <summary className="min-h-8 cursor-pointer font-medium text-accent">{texts.prove}</summary>
      <h3 className="mt-2 text-muted text-sm">{texts.proof}</h3>
      <ol className="mt-1 flex list-decimal flex-col gap-2 pl-6">
        {feedback.proof.map(({ text, cite }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may apply twice; the steps never move
          <li key={index}>
            <Words text={text} /> <span className="text-muted text-sm">({cite})</span>
          </li>
        ))}
      </ol>
      {feedback.outcome !== null && <Outcome outcome={feedback.outcome} texts={texts} />}
    </details>
  )
}

function Outcome({ outcome, texts }: { readonly outcome: PresentedOutcome; readonly texts: PracticeTexts }) {
  return (
    <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-rule border-t pt-2 text-sm">
      <dt className="text-muted">{texts.outcomeState}</dt>
      <dd className="flex min-w-0 flex-wrap gap-x-4">
        <Code>{outcome.state}</Code>
        {outcome.variables.map(([name, value]) => (
          <Code key={name}>
            {name} = {value}
          </Code>
        ))}
      </dd>
      <dt className="text-muted">{texts.outcomeSent}</dt>
      <dd>
        {outcome.sent.length === 0
          ? texts.nothing
          : outcome.sent.map((segment) => (
              <span key={segment} className="block">
                <Code>{segment}</Code>
              </span>
            ))}
      </dd>
      <dt className="text-muted">{texts.outcomeTold}</dt>
      <dd>
        {outcome.told.length === 0
          ? texts.nothing
          : outcome.told.map((told) => (
              <span key={told} className="block">
                <Words text={told} />
              </span>
            ))}
      </dd>
    </dl>
  )
}
