import { useTranslations } from 'next-intl'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { askHref, cardHref } from '@/lib/scenario/scenario-link'
import type { Scenario } from '@/lib/scenario/wish'
import type { Step } from '@/lib/tcp/peers/move'

/** What can be made of the moment that is shown: a question of a course, a card of one's own. Nothing where nobody has noticed. */
export function MomentLinks({ step, scenario }: { readonly step: Step | null; readonly scenario: Scenario }) {
  const t = useTranslations('scenario')
  if (step === null || step.run === null) return <p className="mt-3 text-muted text-sm">{t('moment.none')}</p>
  return (
    <p className="mt-3 flex flex-wrap gap-x-6 border-rule border-t pt-1">
      <Link href={cardHref(scenario)} prefetch={false} className={`inline-block py-2 ${textLink}`}>
        {t('moment.card')}
      </Link>
      <Link href={askHref(scenario)} prefetch={false} className={`inline-block py-2 ${textLink}`}>
        {t('moment.ask')}
      </Link>
    </p>
  )
}
