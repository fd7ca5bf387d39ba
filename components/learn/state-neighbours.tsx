import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Link } from '@/lib/i18n/navigation'
import type { State } from '@/lib/tcp/states'
import { stateAddress } from './learn-address'

type Props = { readonly previous: State | undefined; readonly next: State | undefined }

/** The states before and behind, in the order of the RFC. */
export function StateNeighbours({ previous, next }: Props) {
  const t = useTranslations('learn.state')
  return (
    <nav aria-label={t('neighbours')} className="flex flex-wrap justify-between gap-3">
      {previous !== undefined && (
        <Link href={stateAddress(previous)} rel="prev" className={buttonClass()}>
          <span aria-hidden="true">←</span>
          <span className="sr-only">{t('previous')} </span>
          <Code>{previous}</Code>
        </Link>
      )}
      {next !== undefined && (
        <Link href={stateAddress(next)} rel="next" className={`${buttonClass()} ml-auto`}>
          <span className="sr-only">{t('next')} </span>
          <Code>{next}</Code>
          <span aria-hidden="true">→</span>
        </Link>
      )}
    </nav>
  )
}
