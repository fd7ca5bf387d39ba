'use client'

import { DragDropProvider, useDraggable, useDroppable } from '@dnd-kit/react'
import { type ReactNode, useState } from 'react'
import { gapsOf } from '@/components/practice/draft'
import { fill } from '@/components/practice/fill'
import type { PracticeTexts } from '@/components/practice/texts'
import { SequenceDiagram } from '@/components/timeline/sequence-diagram'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { PresentedItem } from '@/lib/words/presented-item'
import { dragPlugins } from './drag-plugins'

type Props = {
  readonly item: PresentedItem
  /** The place of the option in each gap; -1 where there is none yet. */
  readonly filled: readonly number[]
  /** Places of options that a hint has struck out. */
  readonly struck: readonly number[]
  /** An option is put into a gap (from 0), or a gap is emptied. */
  readonly onFill: (gap: number, option: number | null) => void
  /** What belongs into the gaps, once the answer is in. */
  readonly right: readonly string[] | null
  readonly texts: PracticeTexts
}

/**
 * A sequence diagram with gaps, and segments to put into them: by dragging a segment to its gap, or by the list of each gap
 * (WCAG 2.5.7), which is the twin for keys and for who doesn't see the picture.
 */
export function FillAnswer({ item, filled, struck, onFill, right, texts }: Props) {
  const [plugins] = useState(dragPlugins)
  const [said, setSaid] = useState('')
  const gaps = gapsOf(item)
  const put = (gap: number, option: number | null) => {
    onFill(gap, option)
    const element = option === null ? texts.gapEmpty : plain(item.options[option])
    setSaid(fill(texts.putInto, { element, number: gap + 1 }))
  }
  // In a list only what is still free can be chosen: stepping through it by keys must not empty another gap.
  const isElsewhere = (option: number, gap: number) => filled.some((other, at) => other === option && at !== gap)
  const inGap = (name: string) => item.options[filled[gaps.indexOf(name)] ?? -1]
  return (
    <DragDropProvider
      plugins={plugins}
      onDragEnd={({ canceled, operation: { source, target } }) => {
        const gap = gaps.findIndex((name) => String(target?.id).startsWith(`${name} `))
        if (!canceled && source !== null && gap >= 0) put(gap, Number(source.id))
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2">
        <div className="-mx-3 sm:mx-0">
          <SequenceDiagram
            rows={item.sequence ?? []}
            texts={texts}
            label={plain(item.stem)}
            gap={(name, way) => (
              <Target id={`${name} ${way}`} disabled={right !== null}>
                <span className="sr-only">{fill(texts.gapNumber, { number: name.slice(1) })} </span>
                {inGap(name) === undefined ? name : <Code>{plain(inGap(name))}</Code>}
              </Target>
            )}
          />
        </div>
        <div className="flex flex-col gap-4">
          <ol className="flex flex-col gap-2">
            {gaps.map((name, gap) => (
              <li key={name} className="flex flex-col gap-1">
                {right === null ? (
                  <label className="flex flex-col gap-1">
                    <span className="text-muted text-sm">{fill(texts.gapNumber, { number: gap + 1 })}</span>
                    <select
                      className="min-h-11 w-full min-w-0 rounded-sm border border-edge bg-sheet px-2 font-mono text-sm"
                      value={filled[gap] ?? -1}
                      onChange={(event) => put(gap, event.target.value === '-1' ? null : Number(event.target.value))}
                    >
                      <option value={-1}>{texts.gapEmpty}</option>
                      {item.options.map((option, place) => (
                        <option key={option} value={place} disabled={struck.includes(place) || isElsewhere(place, gap)}>
                          {plain(option)}
                        </option>
                      ))}
                    </select>
                  </label>
                ) : (
                  <Verdict
                    number={gap + 1}
                    given={item.options[filled[gap] ?? -1]}
                    right={right[gap] ?? ''}
                    texts={texts}
                  />
                )}
              </li>
            ))}
          </ol>
          {right === null && (
            <div className="flex flex-col gap-2">
              <p className="text-muted text-sm">{texts.segmentsToPut}</p>
              <ul className="flex flex-col gap-2">
                {item.options.map((option, place) => (
                  <Piece key={option} id={place} disabled={struck.includes(place)} isPut={filled.includes(place)}>
                    <Words text={option} />
                  </Piece>
                ))}
              </ul>
            </div>
          )}
        </div>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </DragDropProvider>
  )
}

function plain(text: string | undefined): string {
  return (text ?? '').replaceAll('`', '')
}

/** A gap in the picture, into which a segment can be dropped. */
function Target({
  id,
  disabled,
  children,
}: {
  readonly id: string
  readonly disabled: boolean
  readonly children: ReactNode
}) {
  const { ref, isDropTarget } = useDroppable({ id, disabled })
  return (
    <span
      ref={ref}
      className={`inline-block min-h-8 min-w-16 rounded-sm border-2 border-accent border-dashed px-2 py-1 text-center font-semibold text-accent [overflow-wrap:anywhere] ${isDropTarget ? 'bg-accent/15' : ''}`}
    >
      {children}
    </span>
  )
}

type PieceProps = {
  readonly id: number
  readonly disabled: boolean
  readonly isPut: boolean
  readonly children: ReactNode
}

/** A segment to drag; keys have the lists. */
function Piece({ id, disabled, isPut, children }: PieceProps) {
  const { ref } = useDraggable({ id, disabled })
  return (
    <li
      ref={ref}
      className={`flex min-h-11 items-center gap-2 rounded-sm border bg-sheet px-3 py-2 [overflow-wrap:anywhere] ${disabled ? 'border-rule text-muted line-through' : 'cursor-grab touch-none border-edge'} ${isPut ? 'border-accent border-dashed' : ''}`}
    >
      <span aria-hidden="true">⠿</span>
      <span className="min-w-0">{children}</span>
    </li>
  )
}

type VerdictProps = {
  readonly number: number
  readonly given: string | undefined
  readonly right: string
  readonly texts: PracticeTexts
}

function Verdict({ number, given, right, texts }: VerdictProps) {
  const isRight = given === right
  return (
    <div
      className={`flex flex-col gap-1 rounded-sm border-2 bg-sheet px-3 py-2 ${isRight ? 'border-correct' : 'border-wrong'}`}
    >
      <span className="text-muted text-sm">{fill(texts.gapNumber, { number })}</span>
      <span className="[overflow-wrap:anywhere]">
        <Words text={given ?? texts.gapEmpty} />
      </span>
      <span className={`text-sm ${isRight ? 'text-correct' : 'text-wrong'}`}>
        {isRight ? `✓ ${texts.isRight}` : `✕ ${fill(texts.rightIs, { element: plain(right) })}`}
      </span>
    </div>
  )
}
