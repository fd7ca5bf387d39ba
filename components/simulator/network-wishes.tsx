import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import type { Offered } from '@/lib/scenario/offered-wishes'
import type { Impossible, Played } from '@/lib/scenario/play-scenario'
import type { Wish } from '@/lib/scenario/wish'
import { type Side, sides } from '@/lib/tcp/peers/configuration'
import { formatSegment, has, type Segment } from '@/lib/tcp/segment'
import { WhyNot } from './why-not'

type Props = {
  readonly offered: Offered
  readonly played: Played
  readonly why: Impossible | null
  readonly wish: (wish: Wish) => void
}

/** Every segment on its way, with what the network can do to it, and what can turn up of old. */
export function NetworkWishes({ offered, played, why, wish }: Props) {
  const t = useTranslations('scenario')
  const { flight } = offered
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 border-edge border-t-2 pt-2 sm:col-span-2">
      <legend className="pr-2 font-semibold">{t('network')}</legend>
      {flight.length === 0 && <p className="text-muted">{t('noneInFlight')}</p>}
      {flight.length > 0 && (
        <ul className="flex flex-col gap-3">
          {flight.map(({ number, held }) => (
            <FlyingSegment key={number} number={number} held={held} played={played} wish={wish} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {sides.map((side) => (
          <Button key={side} onClick={() => wish({ kind: 'inject', from: side, segment: oldSyn(side) })}>
            {t('inject', { side })}
          </Button>
        ))}
      </div>
      <WhyNot why={why} />
    </fieldset>
  )
}

/** The SYN of a connection that was there before: numbered as in Figure 8 for A, and as much below 300 for B. */
function oldSyn(side: Side): Segment {
  return { seq: side === 'A' ? 90 : 290, ack: null, ctl: ['SYN'], len: 0 }
}

function FlyingSegment({
  number,
  held,
  played,
  wish,
}: {
  readonly number: number
  readonly held: boolean
  readonly played: Played
  readonly wish: Props['wish']
}) {
  const t = useTranslations('scenario')
  const flying = played.sent[number - 1]
  if (flying === undefined) return null
  const names = {
    deliver: t('deliver'),
    deliverClosing: t('deliverClosing'),
    drop: t('drop'),
    duplicate: t('duplicate'),
    hold: t('hold'),
    release: t('release'),
  }
  const acts: readonly { readonly words: keyof typeof names; readonly made: Wish }[] = [
    { words: 'deliver', made: { kind: 'deliver', number, closing: false } },
    ...(has(flying.segment, 'FIN')
      ? [{ words: 'deliverClosing', made: { kind: 'deliver', number, closing: true } } as const]
      : []),
    { words: 'drop', made: { kind: 'drop', number } },
    { words: 'duplicate', made: { kind: 'duplicate', number } },
    held ? { words: 'release', made: { kind: 'release', number } } : { words: 'hold', made: { kind: 'hold', number } },
  ]
  return (
    <li>
      <p className="mb-1">
        <span className={`font-semibold ${flying.from === 'A' ? 'text-peer-a' : 'text-peer-b'}`}>
          {t('segment', { number: String(number), side: flying.from })}
        </span>{' '}
        <Code>{formatSegment(flying.segment)}</Code>
        {held && <span className="text-waiting"> {t('heldBack')}</span>}
      </p>
      <div className="flex flex-wrap gap-2">
        {acts.map(({ words, made }) => (
          <Button
            key={words}
            onClick={() => wish(made)}
            aria-label={t('on', { act: names[words], number: String(number) })}
          >
            {names[words]}
          </Button>
        ))}
      </div>
    </li>
  )
}
