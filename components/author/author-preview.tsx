import { useRef, useState } from 'react'
import { Verdicts } from '@/components/cards/verdicts'
import { EndpointView } from '@/components/item/endpoint-view'
import { RunProof } from '@/components/item/feedback-view'
import { Question } from '@/components/practice/question'
import type { Sent } from '@/components/practice/send-answer'
import type { PracticeTexts } from '@/components/practice/texts'
import { Button } from '@/components/ui/button'
import { Words } from '@/components/ui/words'
import type { Given } from '@/lib/items/shown'
import type { AuthorPreview, CounterExample } from '@/lib/words/present-authored'
import type { AuthorTexts } from './texts'
import { verdictLook } from './verdict-look'

type Shown = Extract<AuthorPreview, { kind: 'shown' }>

type Props = {
  readonly shown: Shown
  /** Marks what was answered to this draft, on the server. */
  readonly mark: (given: Given) => Promise<Sent>
  readonly locale: string
  readonly texts: AuthorTexts
  readonly practiceTexts: PracticeTexts
}

/** What the machine says to a draft, and the question as a student sees it, to be answered. */
export function AuthorPreviewView({ shown, mark, locale, texts, practiceTexts }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [turn, setTurn] = useState(0)
  return (
    <div className="flex flex-col gap-8">
      <section aria-label={texts.says} className="flex flex-col gap-4">
        <h2>{texts.says}</h2>
        <p className={`border-l-4 pl-4 font-medium ${verdictLook[shown.verdict].edge}`}>
          <span aria-hidden="true">{verdictLook[shown.verdict].sign} </span>
          <Words text={shown.says} />
        </p>
        <dl className="flex flex-wrap gap-x-4 gap-y-1">
          <dt className="text-muted">{texts.key}</dt>
          <dd className="min-w-0 font-medium [overflow-wrap:anywhere]">
            <Words text={shown.key.join(' · ')} />
          </dd>
        </dl>
        {shown.remarks.length > 0 && (
          <div className="border-waiting border-l-4 pl-4">
            <h3 className="font-semibold">{texts.remarks}</h3>
            <ul className="flex flex-col gap-1">
              {shown.remarks.map((remark) => (
                <li key={remark} className="[overflow-wrap:anywhere]">
                  <Words text={remark} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {shown.claims.length > 0 && <Verdicts title={texts.claimTitle} verdicts={shown.claims} />}
        {shown.counterexample !== null && (
          <CounterExampleView example={shown.counterexample} texts={texts} practiceTexts={practiceTexts} />
        )}
      </section>
      <section aria-label={texts.preview} className="flex flex-col gap-4">
        <h2>{texts.preview}</h2>
        <p className="text-muted">{texts.previewHint}</p>
        <div className="rounded-sm border border-edge p-4 sm:p-6">
          <Question
            key={turn}
            item={shown.item}
            draftName={`author ${turn}`}
            numberKeys={false}
            texts={practiceTexts}
            headingLevel={3}
            send={({ given }) => mark(given)}
            proceed={
              <Button
                onClick={() => {
                  setTurn(turn + 1)
                  requestAnimationFrame(() => heading.current?.focus())
                }}
              >
                {texts.again}
              </Button>
            }
            {...{ locale, heading }}
          />
        </div>
      </section>
    </div>
  )
}

type CounterProps = {
  readonly example: CounterExample
  readonly texts: AuthorTexts
  readonly practiceTexts: PracticeTexts
}

/** A run in which it is otherwise than claimed. */
function CounterExampleView({ example, texts, practiceTexts }: CounterProps) {
  const { item, feedback } = example
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold">{texts.counterexample}</h3>
      {item.endpoint !== null && <EndpointView endpoint={item.endpoint} texts={practiceTexts} />}
      <p className="[overflow-wrap:anywhere]">
        <Words text={feedback.rule.text} />
      </p>
      <RunProof feedback={feedback} texts={practiceTexts} />
    </div>
  )
}
