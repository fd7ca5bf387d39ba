import { useTranslations } from 'next-intl'
import type { Impossible } from '@/lib/scenario/play-scenario'

/** Why a wish can't come true, said where it was wished. */
export function WhyNot({ why }: { readonly why: Impossible | null }) {
  const t = useTranslations('scenario')
  return (
    <p role="status" className={why === null ? 'sr-only' : 'border-wrong border-l-4 pl-3'}>
      {why === null ? '' : t('impossible', { why: t(`why.${why}`) })}
    </p>
  )
}
