import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { branchesAt, goTo, type History, redo, scenarioOf, undo } from '@/lib/scenario/history'
import { writeScenario } from '@/lib/scenario/scenario-link'
import type { usePace } from './use-pace'

/** Where the simulator shows what is shown now, on its own page. */
export function addressOf(history: History): string {
  return `?s=${writeScenario(scenarioOf(history))}`
}

/** Back and on, play and pause, the branches from here, and the link. */
export function Ways({
  history,
  place,
  hasMore,
  pace,
  show,
  deliverNext,
}: {
  readonly history: History
  readonly place: number
  readonly hasMore: boolean
  readonly pace: ReturnType<typeof usePace>
  readonly show: (history: History) => void
  /** Within reach of the top, beside the way back; null where nothing may be delivered. */
  readonly deliverNext: (() => void) | null
}) {
  const t = useTranslations('scenario')
  const branches = branchesAt(history, history.at)
  const next = history.line[place + 1]
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => show(goTo(history, 0))} disabled={place === 0}>
          {t('first')}
        </Button>
        <Button onClick={() => show(undo(history))} disabled={place === 0}>
          {t('undo')}
        </Button>
        <Button look={hasMore ? 'primary' : 'plain'} onClick={() => show(redo(history))} disabled={!hasMore}>
          {t('redo')}
        </Button>
        <Button onClick={deliverNext ?? undefined} disabled={deliverNext === null}>
          {t('next')}
        </Button>
        {!pace.still && (
          <Button onClick={pace.toggle} disabled={!hasMore}>
            {t(pace.playing ? 'pause' : 'play')}
          </Button>
        )}
        <CopyLink address={addressOf(history)} />
      </div>
      <Places history={history} place={place} show={show} />
      {pace.still && hasMore && <p className="text-muted text-sm">{t('stillMotion')}</p>}
      {branches.length > 1 && (
        <p className="flex flex-wrap items-center gap-2">
          {t('branches')}
          {branches.map((moment, index) => (
            <Button key={moment} onClick={() => show(goTo(history, moment))} aria-pressed={moment === next}>
              {t('branch', { number: String(index + 1) })}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}

/** Any place of the branch that is followed, by a slider. */
function Places({
  history,
  place,
  show,
}: {
  readonly history: History
  readonly place: number
  readonly show: (history: History) => void
}) {
  const t = useTranslations('scenario')
  const last = history.line.length - 1
  const words = t('place', { at: String(place), count: String(last) })
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <input
        type="range"
        min={0}
        max={last}
        value={place}
        disabled={last === 0}
        aria-label={t('anyPlace')}
        aria-valuetext={words}
        onChange={(event) => {
          const moment = history.line[Number(event.target.value)]
          if (moment !== undefined) show(goTo(history, moment))
        }}
        className="h-11 w-full max-w-md accent-accent"
      />
      <span className="text-muted">{words}</span>
    </p>
  )
}

/** A link to what is shown, which is copied where the browser lets it be. */
function CopyLink({ address }: { readonly address: string }) {
  const t = useTranslations('scenario')
  const [copied, setCopied] = useState<{ readonly address: string; readonly done: boolean } | null>(null)
  async function copy() {
    const whole = new URL(address, window.location.href).href
    const done = await navigator.clipboard.writeText(whole).then(
      () => true,
      () => false,
    )
    setCopied({ address, done })
  }
  return (
    <>
      <Button onClick={copy}>{t('link')}</Button>
      <span role="status" className="text-muted text-sm">
        {copied?.address === address ? t(copied.done ? 'copied' : 'copyFailed') : ''}
      </span>
    </>
  )
}
