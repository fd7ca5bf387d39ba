import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import type { OfferedWish } from '@/lib/scenario/offered-wishes'
import type { Impossible } from '@/lib/scenario/play-scenario'
import { sentOctets, type Wish } from '@/lib/scenario/wish'
import type { Side } from '@/lib/tcp/peers/configuration'
import { WhyNot } from './why-not'

type Props = {
  readonly side: Side
  readonly wishes: readonly OfferedWish[]
  readonly why: Impossible | null
  readonly wish: (wish: Wish) => void
}

/** What can be wished at one endpoint: its user's calls, its timers, a crash. What is impossible stays, and says why. */
export function SideWishes({ side, wishes, why, wish }: Props) {
  const t = useTranslations('scenario')
  const words = (one: Wish) => {
    if (one.kind === 'call') return <Code>{one.call}</Code>
    return one.kind === 'timeout' ? t(`timeouts.${one.timeout}`) : t('crash')
  }
  const rows = [wishes.filter((one) => one.wish.kind === 'call'), wishes.filter((one) => one.wish.kind !== 'call')]
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t('sideLabel', { side })}</legend>
      <div className="flex flex-col gap-2">
        {rows.map((row) => (
          <div key={row[0]?.wish.kind} className="flex flex-wrap gap-2">
            {row.map(({ wish: one, isPossible }) =>
              one.kind === 'call' && one.call === 'SEND' ? (
                <SendWish key={one.call} side={side} wish={wish} />
              ) : (
                <Button
                  key={JSON.stringify(one)}
                  look="compact"
                  onClick={() => wish(one)}
                  aria-disabled={isPossible ? undefined : true}
                >
                  {words(one)}
                </Button>
              ),
            )}
          </div>
        ))}
        <WhyNot why={why} />
      </div>
    </fieldset>
  )
}

/** SEND with the octets that it carries. Whatever is typed is sent to the machine, which says what it can't take. */
function SendWish({ side, wish }: { readonly side: Side; readonly wish: Props['wish'] }) {
  const t = useTranslations('scenario')
  const [typed, setTyped] = useState(String(sentOctets))
  return (
    <form
      className="flex"
      onSubmit={(event) => {
        event.preventDefault()
        wish({ kind: 'call', side, call: 'SEND', len: Number(typed) })
      }}
    >
      <button
        type="submit"
        className="min-h-11 rounded-l-sm border border-edge bg-sheet px-3 font-medium text-sm hover:border-ink"
      >
        <Code>SEND</Code>
      </button>
      <label className="flex items-center gap-1 rounded-r-sm border border-edge border-l-0 bg-sheet pr-2">
        <span className="sr-only">{t('octetsOf', { side })}</span>
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={typed}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
          className="h-full w-[5ch] min-w-0 sm:w-[6ch] bg-transparent px-1 text-right font-mono text-sm"
        />
        <span aria-hidden="true" className="hidden text-muted text-sm min-[420px]:inline">
          {t('octets')}
        </span>
      </label>
    </form>
  )
}
