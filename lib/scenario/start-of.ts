import type { Configuration, Side } from '../tcp/peers/configuration'
import { defaultWindow, noTcb, type Tcb } from '../tcp/tcb'
import type { Start } from './wish'

const closed: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: Number.MAX_SAFE_INTEGER,
  duplicates: Number.MAX_SAFE_INTEGER,
}

function opened(opening: 'active' | 'passive', iss: number, irs: number): Tcb {
  return {
    ...noTcb,
    state: 'ESTABLISHED',
    opened: opening,
    remote: true,
    iss,
    irs,
    sndUna: iss + 1,
    sndNxt: iss + 1,
    rcvNxt: irs + 1,
    rcvWnd: defaultWindow,
  }
}

/** The numbers of the figures: A sends from 100 and receives from 300; after a reboot A begins with 400 (Figure 9). */
const configurations: Readonly<Record<Start, Configuration>> = {
  closed,
  established: {
    ...closed,
    A: opened('active', 99, 299),
    B: opened('passive', 299, 99),
    incarnations: { A: 1, B: 1 },
    iss: { A: 400, B: 700 },
  },
}

/** How two peers and the network stand before the first wish. */
export function startOf(start: Start): Configuration {
  return configurations[start]
}

/** How far the next ISS lies beyond the last: no two connections of one run begin alike (3.4.1). */
const issStep = 100

/** The configuration with a fresh ISS for a side that has selected its own. */
export function withFreshIss(at: Configuration, side: Side): Configuration {
  return { ...at, iss: { ...at.iss, [side]: (at.iss[side] + issStep) >>> 0 } }
}
