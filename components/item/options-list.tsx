import type { PracticeTexts } from '@/components/practice/texts'
import { Words } from '@/components/ui/words'

type Props = {
  readonly several: boolean
  readonly options: readonly string[]
  readonly chosen: readonly number[]
  /** Places that a hint has struck out. */
  readonly struck: readonly number[]
  readonly onChoose: (index: number) => void
  /** Places of the right options, once the answer is in. */
  readonly right: readonly number[] | null
  readonly texts: Pick<PracticeTexts, 'isRight' | 'yourAnswer' | 'missed' | 'wronglyTicked'>
}

/** Options to choose from: one by radio buttons, several by check boxes. Once answered, each says what it was. */
export function OptionsList({ several, options, chosen, struck, onChoose, right, texts }: Props) {
  const wrong = several ? texts.wronglyTicked : texts.yourAnswer
  return (
    <div className="flex flex-col gap-2">
      {options.map((option, index) => {
        const isChosen = chosen.includes(index)
        const isRight = right?.includes(index) ?? false
        const isStruck = struck.includes(index)
        return (
          <label
            // Two options never move, and may be long: their place is their name.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            className={`flex min-h-12 cursor-pointer items-center gap-3 rounded-sm border bg-sheet px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-accent ${look({ answered: right !== null, isRight, isChosen, several })}`}
          >
            <input
              type={several ? 'checkbox' : 'radio'}
              name="option"
              className="size-5 shrink-0 outline-none"
              checked={isChosen}
              disabled={right !== null || isStruck}
              onChange={() => onChoose(index)}
            />
            <span aria-hidden="true" className="font-mono text-muted text-sm">
              {index + 1}
            </span>
            <span className="flex min-w-0 grow flex-wrap justify-between gap-x-3">
              <span className={`min-w-0 [overflow-wrap:anywhere] ${isStruck ? 'text-muted line-through' : ''}`}>
                <Words text={option} />
              </span>
              {right !== null && (isRight || isChosen) && (
                <Verdict {...{ isRight, texts }} isMissed={several && !isChosen} wrong={wrong} />
              )}
            </span>
          </label>
        )
      })}
    </div>
  )
}

type VerdictProps = {
  readonly isRight: boolean
  /** It should have been chosen as well, and was not. */
  readonly isMissed: boolean
  /** What an option is called that was chosen and is not right. */
  readonly wrong: string
  readonly texts: Props['texts']
}

function Verdict({ isRight, isMissed, wrong, texts }: VerdictProps) {
  const said = isMissed ? `✕ ${texts.missed}` : isRight ? `✓ ${texts.isRight}` : `✕ ${wrong}`
  return <span className={`shrink-0 text-sm ${isRight && !isMissed ? 'text-correct' : 'text-wrong'}`}>{said}</span>
}

type Look = {
  readonly answered: boolean
  readonly isRight: boolean
  readonly isChosen: boolean
  readonly several: boolean
}

function look({ answered, isRight, isChosen, several }: Look): string {
  if (!answered)
    return 'border-edge hover:border-ink has-checked:border-accent has-checked:ring-1 has-checked:ring-accent'
  if (isRight) return several && !isChosen ? 'border-wrong border-2 border-dashed' : 'border-correct border-2'
  return isChosen ? 'border-wrong border-2' : 'border-rule'
}
