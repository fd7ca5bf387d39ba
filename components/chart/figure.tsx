import type { ReactNode } from 'react'
import { TableTwin, type TwinRow } from './table-twin'

type Props = {
  /** In an address, to lead here. */
  readonly id: string
  readonly title: string
  /** How it is to be read, and what it says in numbers. */
  readonly lead: ReactNode
  readonly children: ReactNode
  readonly table: { readonly head: readonly ReactNode[]; readonly rows: readonly TwinRow[] }
  readonly words: { readonly open: string }
}

/** A section with a picture, what it says, and the same as a table. */
export function Figure({ id, title, lead, children, table, words }: Props) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="scroll-mt-2">
        {title}
      </h2>
      <div className="flex max-w-text flex-col gap-2">{lead}</div>
      {children}
      <TableTwin open={words.open} caption={title} {...table} />
    </section>
  )
}
