import type { ReactNode } from 'react'
import { Words } from '@/components/ui/words'
import type { PresentedKey } from '@/lib/words/present-key'
import { QuestionKey } from './question-key'

type Props = {
  /** The question in one line. */
  readonly line: string
  readonly hint?: string | undefined
  /** Its options and its key; absent where it has none to show. */
  readonly shown?: PresentedKey | undefined
  /** What can be done with it. */
  readonly children: ReactNode
}

/** A question in a list to choose from, with its button beside it, or on a phone below. */
export function QuestionRow({ line, hint, shown, children }: Props) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
      <span className="min-w-0 grow basis-64 [overflow-wrap:anywhere] [&_code]:whitespace-normal">
        <Words text={line} />
        {hint !== undefined && <span className="text-muted text-sm"> · {hint}</span>}
      </span>
      {children}
      {shown !== undefined && <QuestionKey shown={shown} />}
    </li>
  )
}
