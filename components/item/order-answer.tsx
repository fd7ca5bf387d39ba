'use client'

import { move } from '@dnd-kit/helpers'
import { DragDropProvider } from '@dnd-kit/react'
import { useSortable } from '@dnd-kit/react/sortable'
import { useState } from 'react'
import { fill } from '@/components/practice/fill'
import type { PracticeTexts } from '@/components/practice/texts'
import { Words } from '@/components/ui/words'
import { dragPlugins } from './drag-plugins'

type Texts = Pick<
  PracticeTexts,
  'moveUp' | 'moveDown' | 'drag' | 'movedTo' | 'isRight' | 'belongsAt' | 'notLoaded' | 'loadAgain'
>

type Props = {
  readonly options: readonly string[]
  /** The places of the options in the order in which they stand now. */
  readonly order: readonly number[]
  readonly onOrder: (order: readonly number[]) => void
  /** The options in the right order, once the answer is in. */
  readonly right: readonly string[] | null
  readonly texts: Texts
}

/** Elements to put in order: by dragging, or by the buttons beside each (WCAG 2.5.7). */
export function OrderAnswer({ options, order, onOrder, right, texts }: Props) {
  const [said, setSaid] = useState('')
  const [plugins] = useState(dragPlugins)
  const say = (element: number, next: readonly number[]) =>
    setSaid(
      fill(texts.movedTo, { element: plain(options[element]), place: next.indexOf(element) + 1, count: next.length }),
    )
  const place = (element: number, at: number) => {
    const others = order.filter((other) => other !== element)
    const next = [...others.slice(0, at), element, ...others.slice(at)]
    onOrder(next)
    say(element, next)
  }
  return (
    <DragDropProvider
      plugins={plugins}
      onDragEnd={(event) => {
        if (event.canceled) return
        const next = move([...order], event)
        onOrder(next)
        const { source } = event.operation
        if (source !== null) say(Number(source.id), next)
      }}
    >
      <ol className="flex flex-col gap-2">
        {order.map((element, index) => (
          <Row
            key={element}
            element={element}
            index={index}
            last={index === order.length - 1}
            text={options[element] ?? ''}
            belongs={right === null ? null : placeOf(options[element] ?? '', index, right)}
            texts={texts}
            onMove={(by) => place(element, index + by)}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </DragDropProvider>
  )
}

/** Where an element belongs: where it is, if that is right; the same segment may be sent twice. */
function placeOf(text: string, index: number, right: readonly string[]): number {
  return right[index] === text ? index : right.indexOf(text)
}

function plain(text: string | undefined): string {
  return (text ?? '').replaceAll('`', '')
}

type RowProps = {
  readonly element: number
  readonly index: number
  readonly last: boolean
  readonly text: string
  /** Where it should stand, once the answer is in. */
  readonly belongs: number | null
  readonly texts: Texts
  readonly onMove: (by: number) => void
}

function Row({ element, index, last, text, belongs, texts, onMove }: RowProps) {
  const answered = belongs !== null
  const { ref, handleRef } = useSortable({ id: element, index, disabled: answered })
  const named = { element: plain(text) }
  const words = (
    <span className="min-w-0 grow [overflow-wrap:anywhere]">
      <Words text={text} />
    </span>
  )
  if (answered) {
    return (
      <li
        ref={ref}
        className={`flex min-h-12 items-center gap-3 rounded-sm border-2 bg-sheet px-3 py-2 ${belongs === index ? 'border-correct' : 'border-wrong'}`}
      >
        {words}
        <span className={`shrink-0 text-sm ${belongs === index ? 'text-correct' : 'text-wrong'}`}>
          {belongs === index ? `✓ ${texts.isRight}` : `✕ ${fill(texts.belongsAt, { place: belongs + 1 })}`}
        </span>
      </li>
    )
  }
  return (
    <li ref={ref} className="flex items-center gap-2 rounded-sm border border-edge bg-sheet p-2">
      <button
        type="button"
        ref={handleRef}
        className={`${button} cursor-grab touch-none`}
        aria-label={fill(texts.drag, named)}
      >
        <span aria-hidden="true">⠿</span>
      </button>
      {words}
      <button
        type="button"
        className={button}
        disabled={index === 0}
        onClick={() => onMove(-1)}
        aria-label={fill(texts.moveUp, named)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        className={button}
        disabled={last}
        onClick={() => onMove(1)}
        aria-label={fill(texts.moveDown, named)}
      >
        <span aria-hidden="true">↓</span>
      </button>
    </li>
  )
}

const button = 'min-h-11 min-w-11 rounded-sm border border-edge bg-paper disabled:opacity-40'
