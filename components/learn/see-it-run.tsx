import { useTranslations } from 'next-intl'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'

/** The pages on which the machine runs between two endpoints; a page joins the list when it is there. */
const places = [
  { name: 'simulator', href: '/learn/simulator' },
  { name: 'lessons', href: '/learn/lessons' },
  { name: 'pairs', href: '/learn/pairs' },
  { name: 'experiments', href: '/learn/experiments' },
  { name: 'traces', href: '/learn/traces' },
] as const

export function SeeItRun() {
  const t = useTranslations('scenario.run')
  return (
    <section aria-labelledby="run">
      <h2 id="run">{t('title')}</h2>
      <p className="mb-2 text-muted">{t('lead')}</p>
      <ul className="flex flex-col gap-1">
        {places.map(({ name, href }) => (
          <li key={name}>
            <Link href={href} prefetch={false} className={textLink}>
              {t(`places.${name}.name`)}
            </Link>
            <span className="text-muted"> {t(`places.${name}.note`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
