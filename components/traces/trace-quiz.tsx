import { useMemo, useState } from 'react'
import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { Observation } from '@/lib/observer/observe-connection'
import { questionsOn, type TraceQuestion } from '@/lib/observer/trace-questions'
import { formatSegment } from '@/lib/tcp/segment'
import { states } from '@/lib/tcp/states'
import type { TracesTexts } from './texts'

type Props = {
  readonly seen: readonly Observation[]
  /** The number of the first of them. */
  readonly first: number
  readonly texts: TracesTexts
  readonly or: string
}

/**
 * Questions on this very trace: the set of states that an endpoint can be in, and what comes next where a later segment
 * shows it. The machine marks, here in the browser.
 */
export function TraceQuiz({ seen, first, texts, or }: Props) {
  const [asked, setAsked] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isChecked, setIsChecked] = useState(false)
  const questions = useMemo(() => questionsOn(seen), [seen])
  // A stride that shares no factor with the number of questions goes through all of them, and not in their order.
  const question = questions[(asked * strideFor(questions.length)) % Math.max(1, questions.length)]
  if (question === undefined) return null
  const key = keyOf(question)
  const isRight = key.length === chosen.size && key.every((option) => chosen.has(option))
  const choose = (option: string) => {
    const next = new Set(question.kind === 'states' ? chosen : [])
    if (!next.delete(option)) next.add(option)
    setChosen(next)
  }
  const goOn = () => {
    setAsked(asked + 1)
    setChosen(new Set())
    setIsChecked(false)
  }
  return (
    <div className="flex max-w-text flex-col gap-4">
      <fieldset disabled={isChecked} className="flex flex-col gap-2">
        <legend className="mb-2">
          <Stem question={question} {...{ seen, first, texts }} />
        </legend>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-3">
          {optionsOf(question).map((option) => (
            <label key={option} className="flex min-h-11 items-center gap-2">
              <input
                type={question.kind === 'states' ? 'checkbox' : 'radio'}
                name="trace-option"
                checked={chosen.has(option)}
                onChange={() => choose(option)}
              />
              <Code>{option}</Code>
            </label>
          ))}
        </div>
      </fieldset>
      <div role="status">
        {isChecked && (
          <p>
            <strong>{isRight ? texts.right : texts.wrong}</strong>{' '}
            <Words text={answerWords(question, first, texts, or)} />
          </p>
        )}
      </div>
      <div>
        {isChecked ? (
          <Button look="primary" onClick={goOn}>
            {texts.another}
          </Button>
        ) : (
          <Button look="primary" disabled={chosen.size === 0} onClick={() => setIsChecked(true)}>
            {texts.check}
          </Button>
        )}
      </div>
    </div>
  )
}

type StemProps = Omit<Props, 'or'> & { readonly question: TraceQuestion }

function Stem({ question, seen, first, texts }: StemProps) {
  const passed = seen[question.at]?.passed
  if (passed === undefined) return null
  const { from, to, segment } = passed
  const isSet = question.kind === 'states'
  const values = {
    number: first + question.at,
    from,
    segment: `\`${formatSegment(segment)}\``,
    who: isSet && question.ofSender ? from : to,
  }
  switch (question.kind) {
    case 'states':
      return (
        <>
          <Words text={fill(texts.quizStem, values)} />{' '}
          <span className="text-muted">{question.ofSender ? texts.quizSender : texts.quizReceiver}</span>
        </>
      )
    case 'acknowledged':
      return <Words text={fill(texts.quizNumber, values)} />
    case 'state then':
      return <Words text={fill(texts.quizThen, values)} />
  }
}

function optionsOf(question: TraceQuestion): readonly string[] {
  return question.kind === 'states' ? states : question.options.map(String)
}

function keyOf(question: TraceQuestion): readonly string[] {
  return question.kind === 'states' ? question.key : [String(question.key)]
}

function answerWords(question: TraceQuestion, first: number, texts: TracesTexts, or: string): string {
  const named = keyOf(question)
    .map((option) => `\`${option}\``)
    .join(or)
  switch (question.kind) {
    case 'states': {
      const told = fill(texts.answer, { states: named })
      return `${told} ${question.key.length === 1 ? texts.known : texts.open}`
    }
    case 'acknowledged':
      return fill(texts.answerNumber, { value: named, by: first + question.by })
    case 'state then':
      return fill(texts.answerThen, { states: named, by: first + question.by })
  }
}

/** A number near the golden section of `count` that has no factor in common with it. */
function strideFor(count: number): number {
  let stride = Math.max(1, Math.round(count * 0.618))
  while (divisor(stride, count) > 1) stride += 1
  return stride
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other)
}
