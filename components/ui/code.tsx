import { Fragment, type ReactNode } from 'react'

/**
 * A word of the protocol, as the RFC writes it, in every language: a state, a segment, a call. Never translated. A line
 * may end between the fields of a segment and between words, never within a name: `FIN-WAIT-1` stays in one piece.
 */
export function Code({ children }: { readonly children: ReactNode }) {
  return (
    <code translate="no" className="wrap-break-word font-mono text-[0.94em]">
      {typeof children === 'string' ? <Pieces of={children} /> : <span className="whitespace-nowrap">{children}</span>}
    </code>
  )
}

/** The fields of a segment with a place to break between them, and the names with a hyphen, which has none. */
function Pieces({ of: text }: { readonly of: string }) {
  return text.split(/(?<=>)(?=<)/).map((field, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the fields of a segment have no other name and never move
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {field.split(/([\w.]+(?:-[\w.]+)+)/).map((part, at) =>
        at % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={at} className="whitespace-nowrap">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </Fragment>
  ))
}
