import type { ReactNode } from 'react'

/** A word of the protocol, as the RFC writes it, in every language: a state, a segment, a call. Never broken, never translated. */
export function Code({ children }: { readonly children: ReactNode }) {
  return (
    <code translate="no" className="whitespace-nowrap font-mono text-[0.94em]">
      {children}
    </code>
  )
}
