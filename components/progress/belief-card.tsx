import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Cite } from '@/components/machine/cite'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import type { BeliefStanding } from '@/lib/progress/weigh-beliefs'
import type { PresentedEvidence } from '@/lib/words/present-evidence'
import { useFormats } from './use-formats'

type Evidence = PresentedEvidence & {
  readonly at: Date
  readonly from: 'practice' | 'review' | 'exam'
  readonly href: string
}

/** The newest of some answers, and how many there are. */
type Shown = { readonly count: number; readonly shown: readonly Evidence[] }

type Props = {
  readonly belief: {
    readonly id: string
    readonly standing: BeliefStanding
    readonly rightSince: number
    readonly asked: number
    readonly belief: string
    readonly correction: string
    readonly cite: string
    readonly betrayed: Shown
    readonly resisted: Shown
  }
  readonly timeZone: string
  /** What can be done about it. */
  readonly children?: ReactNode
}

const looks = {
  held: 'border-l-4 border-l-weak',
  fading: 'border-l-4 border-l-fading',
  gone: 'border-l-4 border-l-firm',
} as const satisfies Record<BeliefStanding, string>

/** A belief with what is otherwise, and the answers that speak for it and against it. */
export function BeliefCard({ belief: weighed, timeZone, children }: Props) {
  const t = useTranslations('progress.beliefs')
  const { standing, rightSince, asked, belief, correction, cite, betrayed, resisted } = weighed
  return (
    <li
      className={`flex flex-col gap-3 rounded-sm border border-rule bg-sheet p-4 [overflow-wrap:anywhere] ${looks[standing]}`}
    >
      <p className="grid grid-cols-[1.25rem_1fr]">
        <span aria-hidden="true" className="text-wrong">
          ✗
        </span>
        <span>
          <span className="sr-only">{t('believed')} </span>
          <Words text={belief} />
        </span>
      </p>
      <p className="grid grid-cols-[1.25rem_1fr]">
        <span aria-hidden="true" className="text-(--color-correct)">
          ✓
        </span>
        <span>
          <span className="sr-only">{t('truth')} </span>
          <Words text={correction} />{' '}
          <span className="text-[0.9em] text-muted">
            <Cite cite={cite} />
          </span>
        </span>
      </p>
      <p className="text-muted">{t('summary', { betrayed: betrayed.count, asked, since: rightSince })}</p>
      <details>
        <summary className="min-h-8 w-fit cursor-pointer py-1 text-accent">
          {t('evidence', { count: betrayed.count + resisted.count })}
        </summary>
        <EvidenceList title={t('for')} evidence={betrayed} timeZone={timeZone} />
        {resisted.count > 0 && <EvidenceList title={t('against')} evidence={resisted} timeZone={timeZone} />}
      </details>
      {children}
    </li>
  )
}

type ListProps = { readonly title: string; readonly evidence: Shown; readonly timeZone: string }

function EvidenceList({ title, evidence: { count, shown }, timeZone }: ListProps) {
  const t = useTranslations('progress.beliefs')
  const { instant, list } = useFormats()
  return (
    <div className="mt-2 flex flex-col gap-1">
      <h3 className="font-medium">{title}</h3>
      <ul className="flex flex-col divide-y divide-rule">
        {shown.map(({ stem, situation, given, at, from, href }) => (
          <li key={`${href} ${at.getTime()}`} className="flex flex-col py-2 text-[0.94em]">
            <span>
              <Words text={situation ?? stem} />
            </span>
            <span>
              → <Words text={list(given)} />
            </span>
            <span className="text-muted text-sm">
              <time dateTime={at.toISOString()}>{instant(at, timeZone)}</time>
              {' · '}
              <Link className="inline-flex min-h-8 items-center text-accent underline" href={href}>
                {t(`from.${from}`)}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {count > shown.length && <p className="text-muted text-sm">{t('more', { count: count - shown.length })}</p>}
    </div>
  )
}
