'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { type Arrow, type ArrowId, arrows } from '@/components/diagram/arrows'
import type { Mark } from '@/components/diagram/diagram-mark'
import { narrow } from '@/components/diagram/layout'
import { diagramTarget, StateDiagram } from '@/components/diagram/state-diagram'
import type { PracticeTexts } from '@/components/practice/texts'
import { Code } from '@/components/ui/code'
import { type State, states } from '@/lib/tcp/states'

type Props = {
  readonly place: 'state' | 'arrow'
  readonly chosen: string | null
  readonly onChoose: (place: string) => void
  readonly right: string | null
  readonly answered: boolean
  readonly texts: Texts
}

type Texts = Pick<
  PracticeTexts,
  | 'diagram'
  | 'chosenPlace'
  | 'nothingChosenYet'
  | 'activeClose'
  | 'passiveClose'
  | 'isRight'
  | 'yourAnswer'
  | 'notLoaded'
  | 'loadAgain'
>

/**
 * A state or an arrow, pointed to on the diagram or picked from a list: the list is the diagram's twin for whoever does
 * not see it, or would rather not aim. Arrows carry numbers here and no labels, which would tell what is asked.
 */
export function PlaceAnswer({ place, chosen, onChoose, right, answered, texts }: Props) {
  const verdicts = answered ? verdictsOn(chosen, right) : []
  const options = place === 'state' ? states.map(stateOption) : arrows.map(arrowOption)
  const wrapState = (state: State, picture: ReactNode) =>
    place === 'state' ? <Target option={stateOption(state)} {...{ chosen, onChoose, answered, picture }} /> : picture
  const wrapArrow = (arrow: Arrow, picture: ReactNode) =>
    place === 'arrow' ? <Target option={arrowOption(arrow)} {...{ chosen, onChoose, answered, picture }} /> : picture
  return (
    <div className="flex flex-col gap-3">
      <div className="mx-auto w-full max-w-md lg:max-w-[25rem]">
        <StateDiagram
          label={[texts.diagram, ...verdicts.map((verdict) => said(verdict, texts))].join(' · ')}
          titles={{ 'active close': texts.activeClose, 'passive close': texts.passiveClose }}
          sizes={[narrow]}
          selected={answered ? undefined : placeNamed(chosen)}
          marks={new Map(verdicts.flatMap(({ option, mark }) => markOn(option, mark)))}
          wrapState={wrapState}
          wrapArrow={wrapArrow}
        />
      </div>
      {answered ? (
        <ul>
          {verdicts.map(({ option, mark }) => (
            <li key={option} className={`flex flex-wrap gap-x-3 ${mark === 'right' ? 'text-correct' : 'text-wrong'}`}>
              {verdictWords(mark, texts)}
              <Code>{spoken(option)}</Code>
            </li>
          ))}
        </ul>
      ) : (
        <label className="flex max-w-md flex-col gap-1">
          <span className="text-muted">{texts.chosenPlace}</span>
          <select
            className="min-h-11 rounded-sm border border-edge bg-sheet px-2 font-mono"
            value={chosen ?? ''}
            onChange={(event) => onChoose(event.target.value)}
          >
            <option value="" disabled>
              {texts.nothingChosenYet}
            </option>
            {options.map((option) => (
              <option key={option} value={option}>
                {spoken(option)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

type Verdict = { readonly option: string; readonly mark: Mark }

/** What was chosen, and what is right where that is another place. */
function verdictsOn(chosen: string | null, right: string | null): readonly Verdict[] {
  const wrong: readonly Verdict[] = chosen === null || chosen === right ? [] : [{ option: chosen, mark: 'wrong' }]
  return right === null ? wrong : [...wrong, { option: right, mark: 'right' }]
}

function verdictWords(mark: Mark, texts: Texts): string {
  return mark === 'right' ? `✓ ${texts.isRight}` : `✕ ${texts.yourAnswer}`
}

function said({ option, mark }: Verdict, texts: Texts): string {
  return `${verdictWords(mark, texts)}: ${spoken(option)}`
}

function markOn(option: string, mark: Mark): readonly (readonly [State | ArrowId, Mark])[] {
  const place = placeNamed(option)
  return place === undefined ? [] : [[place, mark]]
}

function stateOption(state: State): string {
  return `state:${state}`
}

function arrowOption({ from, to }: Pick<Arrow, 'from' | 'to'>): string {
  return `arrow:${from}>${to}`
}

function placeNamed(option: string | null): State | ArrowId | undefined {
  return (
    states.find((state) => stateOption(state) === option) ?? arrows.find((arrow) => arrowOption(arrow) === option)?.id
  )
}

/** A place by its name: `LISTEN`, or `3: LISTEN → SYN-RECEIVED`. */
function spoken(option: string): string {
  const arrow = arrows.find((known) => arrowOption(known) === option)
  return arrow === undefined ? option.slice('state:'.length) : `${arrow.number}: ${arrow.from} → ${arrow.to}`
}

type TargetProps = {
  readonly option: string
  readonly chosen: string | null
  readonly onChoose: (place: string) => void
  readonly answered: boolean
  readonly picture: ReactNode
}

/** A part of the picture that acts as a button. */
function Target({ option, chosen, onChoose, answered, picture }: TargetProps) {
  if (answered) return picture
  const press = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    onChoose(option)
  }
  return (
    // SVG has no button element.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <g
      role="button"
      tabIndex={0}
      aria-label={spoken(option)}
      aria-pressed={chosen === option}
      className={diagramTarget}
      onClick={() => onChoose(option)}
      onKeyDown={press}
    >
      {picture}
    </g>
  )
}
