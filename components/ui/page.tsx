import type { ReactNode } from 'react'

/** One column of text under one heading: the shape of every page that is not a diagram. */
export function Page({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="flex max-w-text flex-col gap-6">
      <h1>{title}</h1>
      {children}
    </div>
  )
}
