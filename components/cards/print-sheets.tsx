import type { ReactNode } from 'react'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { Paper, Sheet } from '@/lib/review/print-layout'
import type { PresentedSides } from '@/lib/words/presented-sides'
import { MarkdownView } from './markdown-view'

type Props = {
  readonly sheets: readonly Sheet<PresentedSides>[]
  readonly paper: Paper
  readonly words: {
    readonly fronts: (sheet: number) => string
    readonly backs: (sheet: number) => string
    readonly own: string
  }
}

/** The sheets as they come out of the printer, black on white in every theme (print.css). */
export function PrintSheets({ sheets, paper, words }: Props) {
  return (
    <div className="flex flex-col gap-6 print:block">
      {sheets.flatMap(({ fronts, backs }, index) => [
        // biome-ignore lint/suspicious/noArrayIndexKey: sheets have no name but their number
        <SheetView key={`${index} fronts`} label={words.fronts(index + 1)} paper={paper}>
          {fronts.map((sides, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place on paper has no name but its number
            <Cell key={place} filled={sides !== null} size={sizeOf(sides, 'front')}>
              {sides !== null && <Front sides={sides} own={words.own} />}
            </Cell>
          ))}
        </SheetView>,
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <SheetView key={`${index} backs`} label={words.backs(index + 1)} paper={paper}>
          {backs.map((sides, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Cell key={place} filled={sides !== null} size={sizeOf(sides, 'back')}>
              {sides !== null && <Back sides={sides} />}
            </Cell>
          ))}
        </SheetView>,
      ])}
    </div>
  )
}

type SheetProps = { readonly label: string; readonly paper: Paper; readonly children: ReactNode }

function SheetView({ label, paper, children }: SheetProps) {
  return (
    <section aria-label={label} className={`sheet sheet-${paper}`}>
      {children}
    </section>
  )
}

type CellProps = { readonly filled: boolean; readonly size: string; readonly children: ReactNode }

function Cell({ filled, size, children }: CellProps) {
  return (
    <div className="sheet-cell" aria-hidden={filled ? undefined : true}>
      <div className={`sheet-text ${size}`}>{children}</div>
    </div>
  )
}

function Front({ sides, own }: { readonly sides: PresentedSides; readonly own: string }) {
  if (sides.kind === 'note')
    return (
      <>
        <p className="sheet-small">{sides.deck ?? own}</p>
        <MarkdownView blocks={sides.front} />
      </>
    )
  const { title, ask, endpoint } = sides.front
  return (
    <>
      <p className="sheet-small">{sides.topic}</p>
      <p className="sheet-title">
        <Words text={title} />
      </p>
      {endpoint !== null && (
        <>
          <p>
            <Code>{endpoint.state}</Code> · <Words text={endpoint.event} />
          </p>
          {endpoint.variables.length > 0 && (
            <p>
              {endpoint.variables.map(([name, value]) => (
                <Code key={name}>
                  {name}={value}{' '}
                </Code>
              ))}
            </p>
          )}
          {endpoint.segment !== null && (
            <p>
              <Code>{endpoint.segment}</Code>
            </p>
          )}
        </>
      )}
      <p className="sheet-small">
        <Words text={ask} />
      </p>
    </>
  )
}

function Back({ sides }: { readonly sides: PresentedSides }) {
  if (sides.kind === 'note') return <MarkdownView blocks={sides.back} />
  const { answer, why, cites } = sides.back
  return (
    <>
      {answer.map((line, index) => (
        <p key={line} className={index === 0 ? 'sheet-title' : ''}>
          <Words text={line} />
        </p>
      ))}
      {why.map((line) => (
        <p key={line}>
          <Words text={line} />
        </p>
      ))}
      <p className="sheet-small">RFC 9293 · {cites.map(({ words }) => words).join(' · ')}</p>
    </>
  )
}

/** A card is as large as it is: more words are set smaller. */
function sizeOf(sides: PresentedSides | null, side: 'front' | 'back'): string {
  const length = sides === null ? 0 : textLength(sides[side])
  return length > 900 ? 'sheet-least' : length > 480 ? 'sheet-less' : ''
}

/** How much room the words of a side take, roughly: a Chinese character takes that of two letters. */
function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length + (value.match(/\p{Script=Han}/gu)?.length ?? 0)
  if (typeof value !== 'object' || value === null || 'href' in value || 'rows' in value) return 0
  return Object.values(value).reduce<number>((sum, part) => sum + textLength(part), 0)
}
