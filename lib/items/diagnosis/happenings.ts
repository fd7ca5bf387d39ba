import type { Event } from '../../tcp/events'
import type { ControlBit } from '../../tcp/segment'
import { add } from '../../tcp/sequence'
import type { Tcb } from '../../tcp/tcb'

/** The peer's ISS where an endpoint has heard nothing of it; one's own is 300 (explanation.ts), as B's in the RFC's figures. */
const theirs = 100

/**
 * What may happen to an endpoint next, numbered as it expects: calls, segments of a correct peer and of none, timeouts.
 * The plain ones come first, so that of equally long sequences the plainest is found.
 */
export function happeningsAt(tcb: Tcb): readonly Event[] {
  const from = (
    ctl: readonly ControlBit[],
    numbers: { readonly seq?: number; readonly ack?: number; readonly len?: number } = {},
  ): Event => ({
    kind: 'segment',
    segment: {
      seq: add(tcb.irs === 0 ? theirs : tcb.rcvNxt, numbers.seq ?? 0),
      ack: ctl.includes('ACK') ? add(tcb.sndNxt, numbers.ack ?? 0) : null,
      ctl,
      len: numbers.len ?? 0,
    },
  })
  if (tcb.state === 'CLOSED') {
    return [
      { kind: 'call', call: 'OPEN', mode: 'passive', remote: false },
      { kind: 'call', call: 'OPEN', mode: 'active', remote: true },
      { kind: 'call', call: 'OPEN', mode: 'passive', remote: true },
      from(['SYN']),
      { kind: 'segment', segment: { seq: theirs, ack: 300, ctl: ['ACK'], len: 0 } },
    ]
  }
  const calls: readonly Event[] = [
    { kind: 'call', call: 'CLOSE' },
    { kind: 'call', call: 'SEND', len: 50 },
    { kind: 'call', call: 'RECEIVE' },
    { kind: 'call', call: 'ABORT' },
    { kind: 'call', call: 'OPEN', mode: 'active', remote: true },
  ]
  const segments: readonly Event[] = [
    from(['SYN']),
    from(['SYN', 'ACK']),
    from(['ACK']),
    from(['FIN', 'ACK']),
    from(['ACK'], { ack: -1 }),
    from(['FIN', 'ACK'], { ack: -1 }),
    from(['ACK'], { len: 50 }),
    from(['SYN'], { len: 50 }),
    from(['RST']),
    from(['RST', 'ACK']),
    from(['RST'], { seq: 10 }),
    from(['FIN', 'ACK'], { seq: -1 }),
  ]
  const timeouts = (['time-wait', 'user', 'retransmission'] as const).map(
    (timeout): Event => ({ kind: 'timeout', timeout }),
  )
  return [...calls, ...segments, ...timeouts]
}
