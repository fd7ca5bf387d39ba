import type { Event } from '@/lib/tcp/events'
import type { Configuration, Side } from '@/lib/tcp/peers/configuration'
import { makeMove, type PeerMove } from '@/lib/tcp/peers/move'
import { noTcb } from '@/lib/tcp/tcb'
import type { Passed } from './passed'

/** Captures that the machine makes itself, for who has none at hand. */
export const samples = ['close', 'lost', 'simultaneous', 'refused'] as const

export type Sample = (typeof samples)[number]

type Act = readonly [Side, 'listen' | 'open' | 'send' | 'close' | 'again'] | 'deliver' | 'lose'

const opened: readonly Act[] = [['B', 'listen'], ['A', 'open'], 'deliver', 'deliver', 'deliver']
const spoken: readonly Act[] = [...opened, ['A', 'send'], 'deliver', 'deliver', ['B', 'send'], 'deliver', 'deliver']
const closed: readonly Act[] = [...spoken, ['A', 'close'], 'deliver', 'deliver', ['B', 'close'], 'deliver']

const scripts: Record<Sample, readonly Act[]> = {
  close: [...closed, 'deliver'],
  lost: [...closed, 'lose', ['B', 'again'], 'deliver', 'deliver'],
  simultaneous: [['A', 'open'], ['B', 'open'], 'deliver', 'deliver', 'deliver', 'deliver'],
  refused: [['A', 'open'], 'deliver', 'deliver'],
}

const events: Record<'listen' | 'open' | 'send' | 'close', Event> = {
  listen: { kind: 'call', call: 'OPEN', mode: 'passive', remote: false },
  open: { kind: 'call', call: 'OPEN', mode: 'active', remote: true },
  send: { kind: 'call', call: 'SEND', len: 120 },
  close: { kind: 'call', call: 'CLOSE' },
}

const names = { A: '10.0.0.1:40001', B: '10.0.0.2:80' } as const

const start: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 1000, B: 7000 },
  flight: [],
  losses: 9,
  duplicates: 0,
}

/** Plays a sample and gives what passed a capture that sees each segment as it is sent. */
export function playSample(sample: Sample): readonly Passed[] {
  const passed: Passed[] = []
  scripts[sample].reduce((at, act) => {
    const step = makeMove('rfc9293', at, moveOf(at, act))
    const sent = step.after.flight.filter((one) => !at.flight.includes(one))
    for (const { from, segment } of sent) {
      const to = names[from === 'A' ? 'B' : 'A']
      passed.push({ frame: passed.length + 1, from: names[from], to, segment, window: null, scale: null, id: null })
    }
    return step.after
  }, start)
  return passed
}

function moveOf(at: Configuration, act: Act): PeerMove {
  if (typeof act !== 'string') {
    const [side, what] = act
    if (what === 'again') return { kind: 'timeout', side, timeout: 'retransmission' }
    return { kind: 'call', side, call: events[what] as Extract<Event, { kind: 'call' }> }
  }
  const [segment] = at.flight
  if (segment === undefined) throw new Error(`Nothing to ${act}`)
  return { kind: act, segment }
}
