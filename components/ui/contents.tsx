import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { textLink } from './text-link'

type Props = {
  /** The parts of the page by their ids, in the order in which they stand. */
  readonly parts: readonly { readonly id: string; readonly title: ReactNode }[]
  readonly direction: 'row' | 'column'
}

const looks = { row: 'flex flex-wrap gap-x-5 gap-y-1', column: 'flex flex-col gap-1' } as const

/** What a long page holds, each part one step away. */
export function Contents({ parts, direction }: Props) {
  const t = useTranslations('shell')
  return (
    <nav aria-label={t('contents')}>
      <ul className={looks[direction]}>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className={`inline-block py-1 ${textLink}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
