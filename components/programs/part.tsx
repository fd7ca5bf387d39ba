import type { ReactNode } from 'react'
import { Words } from '@/components/ui/words'

type Props = { readonly id: string; readonly title: string; readonly lead: string; readonly children: ReactNode }

/** A part of the page under its heading, which an address can name. */
export function Part({ id, title, lead, children }: Props) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-6 pt-4 [&_p]:max-w-text">
      <div className="flex flex-col gap-2">
        <h2 id={id}>
          <Words text={title} />
        </h2>
        <p>
          <Words text={lead} />
        </p>
      </div>
      {children}
    </section>
  )
}
