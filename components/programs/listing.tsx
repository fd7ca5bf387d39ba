import type { ReactNode } from 'react'

type Props = { readonly title: ReactNode; readonly children: string }

/** A text of the wire, as it is sent. Long lines are broken, so that nothing lies beyond the edge of a phone. */
export function Listing({ title, children }: Props) {
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="text-muted">{title}</figcaption>
      <pre
        translate="no"
        className="wrap-anywhere whitespace-pre-wrap rounded-sm border border-rule bg-sheet p-4 font-mono text-[0.8em] leading-normal"
      >
        {children}
      </pre>
    </figure>
  )
}
