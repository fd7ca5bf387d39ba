import { useTranslations } from 'next-intl'
import { Cite } from '@/components/machine/cite'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'

/** A belief that a practice points to, in words, with the places of the answers that say so. */
export type OutcomeBelief = {
  readonly id: string
  readonly belief: string
  readonly correction: string
  readonly cite: string
  readonly fits: readonly number[]
  readonly asked: number
}

type Props = {
  readonly kind: 'held' | 'none' | 'unclear'
  readonly beliefs: readonly OutcomeBelief[]
  /** How many beliefs the questions can tell from the RFC. */
  readonly tellable: number
  readonly isAllRight: boolean
}

const looks = { held: 'border-l-weak', none: 'border-l-firm', unclear: 'border-l-fading' } as const

/** What a practice has found out of what somebody believes: one belief with the answers that say so, none, or nothing clear. */
export function BeliefOutcome({ kind, beliefs, tellable, isAllRight }: Props) {
  const t = useTranslations('practice.outcome')
  return (
    <section
      aria-labelledby="outcome"
      className={`flex flex-col gap-4 rounded-sm border border-rule border-l-4 bg-sheet p-4 sm:p-5 ${looks[kind]}`}
    >
      <h2 id="outcome">{t('title')}</h2>
      <p>
        {t(kind, { count: tellable })}
        {kind === 'none' && !isAllRight && ` ${t('noneWrong')}`}
      </p>
      {beliefs.length > 0 && (
        <ul className="flex flex-col gap-5">
          {beliefs.map((belief) => (
            <Belief key={belief.id} {...belief} />
          ))}
        </ul>
      )}
      <p>
        <Link className={textLink} href="/progress/misconceptions">
          {t('beliefs')}
        </Link>
      </p>
    </section>
  )
}

function Belief({ belief, correction, cite, fits, asked }: OutcomeBelief) {
  const t = useTranslations('practice')
  const words = useTranslations('progress.beliefs')
  return (
    <li className="flex flex-col gap-2 [overflow-wrap:anywhere]">
      <p className="grid grid-cols-[1.25rem_1fr]">
        <span aria-hidden="true" className="text-wrong">
          ✗
        </span>
        <span>
          <span className="sr-only">{words('believed')} </span>
          <Words text={belief} />
        </span>
      </p>
      <p className="grid grid-cols-[1.25rem_1fr]">
        <span aria-hidden="true" className="text-correct">
          ✓
        </span>
        <span>
          <span className="sr-only">{words('truth')} </span>
          <Words text={correction} />{' '}
          <span className="text-[0.9em] text-muted">
            <Cite cite={cite} />
          </span>
        </span>
      </p>
      <p className="text-muted">
        {t('outcome.fits', { fits: fits.length, asked })}{' '}
        {fits.map((position, index) => (
          <span key={position}>
            {index > 0 && ' · '}
            <a className="inline-flex min-h-8 items-center text-accent underline" href={`#question-${position + 1}`}>
              {t('outcome.so', { number: String(position + 1) })}
            </a>
          </span>
        ))}
      </p>
    </li>
  )
}
