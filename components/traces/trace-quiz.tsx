import { useState } from 'react'
import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { Observation } from '@/lib/observer/observe-connection'
import { formatSegment } from '@/lib/tcp/segment'
import { type State, states } from '@/lib/tcp/states'
import type { TracesTexts } from './texts'

type Props = {
  readonly seen: readonly Observation[]
  /** The number of the first of them. */
  readonly first: number
  readonly texts: TracesTexts
  readonly or: string
}

/** Questions on this very trace: the set of states that an endpoint can be in. The machine marks, here in the browser. */
export function TraceQuiz({ seen, first, texts, or }: Props) {
  const [asked, setAsked] = useState(0)
  const [ticked, setTicked] = useState<ReadonlySet<State>>(new Set())
  const [isChecked, setIsChecked] = useState(false)
  // A stride that shares no factor with the number of questions goes through all of them, and not in their order.
  const place = (asked * strideFor(seen.length * 2)) % (seen.length * 2)
  const one = seen[Math.floor(place / 2)]
  if (one === undefined) return null
  const ofSender = place % 2 === 0
  const key = ofSender ? one.sender : one.receiver
  const { from, to, segment } = one.passed
  const isRight = key.length === ticked.size && key.every((state) => ticked.has(state))
  const tick = (state: State) => {
    const next = new Set(ticked)
    if (!next.delete(state)) next.add(state)
    setTicked(next)
  }
  const goOn = () => {
    setAsked(asked + 1)
    setTicked(new Set())
    setIsChecked(false)
  }
  return (
    <div className="flex max-w-text flex-col gap-4">
      <fieldset disabled={isChecked} className="flex flex-col gap-2">
        <legend className="mb-2">
          <Words
            text={fill(texts.quizStem, {
              number: first + Math.floor(place / 2),
              from,
              segment: `\`${formatSegment(segment)}\``,
              who: ofSender ? from : to,
            })}
          />{' '}
          <span className="text-muted">{ofSender ? texts.quizSender : texts.quizReceiver}</span>
        </legend>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-3">
          {states.map((state) => (
            <label key={state} className="flex min-h-11 items-center gap-2">
              <input type="checkbox" checked={ticked.has(state)} onChange={() => tick(state)} />
              <Code>{state}</Code>
            </label>
          ))}
        </div>
      </fieldset>
      <div role="status">
        {isChecked && (
          <p>
            <strong>{isRight ? texts.right : texts.wrong}</strong>{' '}
            <Words text={fill(texts.answer, { states: key.map((state) => `\`${state}\``).join(or) })} />{' '}
            {key.length === 1 ? texts.known : texts.open}
          </p>
        )}
      </div>
      <div>
        {isChecked ? (
          <Button look="primary" onClick={goOn}>
            {texts.another}
          </Button>
        ) : (
          <Button look="primary" disabled={ticked.size === 0} onClick={() => setIsChecked(true)}>
            {texts.check}
          </Button>
        )}
      </div>
    </div>
  )
}

/** A number near the golden section of `count` that has no factor in common with it. */
function strideFor(count: number): number {
  let stride = Math.max(1, Math.round(count * 0.618))
  while (divisor(stride, count) !== 1) stride += 1
  return stride
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other)
}
