import type { ReactNode } from 'react'

const widths = { text: 'max-w-text', page: '' } as const

type Props = { readonly title: string; readonly width?: keyof typeof widths; readonly children: ReactNode }

/** One heading and what stands under it: a column of text, or what arranges columns of its own. */
export function Page({ title, width = 'text', children }: Props) {
  return (
    <div className={`flex flex-col gap-6 ${widths[width]}`}>
      <h1>{title}</h1>
      {children}
    </div>
  )
}
