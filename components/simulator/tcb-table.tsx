import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { Side } from '@/lib/tcp/peers/configuration'
import { phaseOf } from '@/lib/tcp/states'
import type { Tcb } from '@/lib/tcp/tcb'

/** Which phase a state belongs to, as a line along its edge. */
const edge = {
  none: 'border-edge',
  opening: 'border-opening',
  established: 'border-established',
  'active close': 'border-active-close',
  'passive close': 'border-passive-close',
  waiting: 'border-waiting',
} as const

/** The variables of an endpoint by the RFC's names (3.3.1); what belongs to no open connection is left out. */
function variablesOf(tcb: Tcb): readonly (readonly [name: string, value: number])[] {
  const sent = [
    ['ISS', tcb.iss],
    ['SND.UNA', tcb.sndUna],
    ['SND.NXT', tcb.sndNxt],
  ] as const
  const received = [
    ['IRS', tcb.irs],
    ['RCV.NXT', tcb.rcvNxt],
  ] as const
  const window = [['RCV.WND', tcb.rcvWnd]] as const
  if (tcb.state === 'CLOSED') return []
  if (tcb.state === 'LISTEN') return window
  return tcb.state === 'SYN-SENT' ? [...sent, ...window] : [...sent, ...received, ...window]
}

/** One endpoint: its state, large, its variables, and what waits in it. */
export const TcbTable = memo(function TcbTable({ side, tcb }: { readonly side: Side; readonly tcb: Tcb }) {
  const t = useTranslations('scenario')
  const label = t('sideLabel', { side })
  const queues = [
    tcb.sendQueued > 0 && t('queues.send', { octets: String(tcb.sendQueued) }),
    tcb.closeQueued && t('queues.close'),
    tcb.receiveQueued > 0 && t('queues.received', { octets: String(tcb.receiveQueued) }),
    tcb.receivesPending > 0 && t('queues.receives', { count: String(tcb.receivesPending) }),
    tcb.held.length > 0 && t('queues.held', { count: String(tcb.held.length) }),
  ].filter((words) => words !== false)
  const look = side === 'A' ? 'text-peer-a' : 'text-peer-b'
  return (
    <section
      aria-label={t('tcb', { side })}
      className={`min-w-0 rounded-md border border-rule border-t-4 bg-sheet p-2 sm:p-4 ${edge[phaseOf[tcb.state]]}`}
    >
      <p className={`font-semibold text-sm ${look}`}>{label}</p>
      <p className="wrap-anywhere font-mono font-semibold text-[0.95rem] sm:text-xl" translate="no">
        {tcb.state}
      </p>
      {tcb.state === 'CLOSED' ? (
        <p className="text-muted text-sm">{t('noTcb')}</p>
      ) : (
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-2 font-mono text-xs sm:text-sm" translate="no">
          {variablesOf(tcb).map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="text-right">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {queues.length > 0 && (
        <ul className="mt-2 border-rule border-t pt-1 text-xs sm:text-sm">
          {queues.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  )
})
