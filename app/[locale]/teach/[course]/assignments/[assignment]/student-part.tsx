import { getLocale, getTranslations } from 'next-intl/server'
import { StartTry } from '@/components/assign/start-try'
import { TryList } from '@/components/assign/try-list'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/lib/i18n/navigation'
import type { SeenAssignment } from '@/lib/store/teach/assignment'
import { scoreExam } from '@/lib/store/teach/marks/score-exam'
import { listMyTries } from '@/lib/store/teach/my-tries'
import type { Window } from '@/lib/teach/assignment'
import { shownTo } from '@/lib/teach/shown'
import { worthOf } from '@/lib/teach/worth'
import { startTexts } from './start-texts'

type Props = {
  readonly assignment: SeenAssignment
  readonly userId: string
  readonly timeZone: string
  readonly window: Window
  readonly moreTries: number
}

/** Begin, wait, or go on; and what came of the tries before, as far as that is shown. */
export async function StudentPart({ assignment, userId, timeZone, window, moreTries }: Props) {
  const t = await getTranslations('assign.take')
  const locale = await getLocale()
  const now = new Date()
  const { id, settings, releasedAt, isArchived } = assignment
  const tries = await listMyTries({ userId, assignmentId: id, now })
  const open = tries.find(({ attempt }) => attempt.finished === null)
  const isClosed = isArchived || (window.closesAt !== null && now.getTime() >= window.closesAt)
  const isUsedUp = tries.length >= settings.tries + moreTries
  const scores = await Promise.all(tries.map(scoreExam))
  const seen = tries.map(({ id: attemptId, number, attempt }, index) => {
    const { finished } = attempt
    const { score } = shownTo({
      settings,
      now: now.getTime(),
      isFinished: finished !== null,
      dueAt: window.dueAt ?? window.closesAt,
      releasedAt: releasedAt?.getTime() ?? null,
    })
    return {
      id: attemptId,
      number: number ?? 1,
      finishedAt: finished === null ? null : new Date(finished.at),
      score: score ? (scores[index] ?? null) : null,
      worth:
        finished === null
          ? 100
          : worthOf(settings, { number: number ?? 1, finishedAt: finished.at, dueAt: window.dueAt }),
    }
  })
  return (
    <>
      {open !== undefined ? (
        <p>
          <Link className={buttonClass('primary')} href={`/exam/${open.id}`}>
            {t('goOn')}
          </Link>
        </p>
      ) : isUsedUp ? (
        settings.tries > 1 && <p>{t('noTries')}</p>
      ) : isClosed ? (
        <p>{t('closed')}</p>
      ) : (
        <StartTry
          assignmentId={id}
          opensInMs={Math.max(0, window.opensAt - now.getTime())}
          hasPassword={settings.password !== ''}
          honour={settings.honour}
          submit={tries.length === 0 ? t('start') : t('again')}
          locale={locale}
          texts={startTexts(t)}
        />
      )}
      <TryList tries={seen.toReversed()} timeZone={timeZone} />
    </>
  )
}
