import type { ReactNode } from 'react'
import { Link } from '@/lib/i18n/navigation'
import { textLink } from './text-link'

const widths = { text: 'max-w-text', page: '' } as const

type Props = {
  readonly title: string
  readonly width?: keyof typeof widths
  /** Where the reader comes from, above the heading. Paper has no use for it. */
  readonly back?: { readonly href: string; readonly text: string }
  readonly children: ReactNode
}

/** One heading and what stands under it: a column of text, or what arranges columns of its own. */
export function Page({ title, width = 'text', back, children }: Props) {
  const heading = <h1 className="[overflow-wrap:anywhere]">{title}</h1>
  return (
    <div className={`flex flex-col gap-6 ${widths[width]}`}>
      {back === undefined ? (
        heading
      ) : (
        <div className="flex flex-col gap-2">
          <p className="print:hidden">
            <Link href={back.href} className={textLink}>
              ← {back.text}
            </Link>
          </p>
          {heading}
        </div>
      )}
      {children}
    </div>
  )
}
