import type { ReactNode } from 'react'
import { Words } from '@/components/ui/words'

type Props = {
  /** The question in one line. */
  readonly line: string
  readonly hint?: string | undefined
  /** What can be done with it. */
  readonly children: ReactNode
}

/** A question in a list to choose from, with its button beside it, or on a phone below. */
export function QuestionRow({ line, hint, children }: Props) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
      <span className="min-w-0 grow basis-64 [overflow-wrap:anywhere] [&_code]:whitespace-normal">
        <Words text={line} />
        {hint !== undefined && <span className="text-muted text-sm"> · {hint}</span>}
      </span>
      {children}
    </li>
  )
}
