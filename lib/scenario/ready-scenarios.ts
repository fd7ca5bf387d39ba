import { parseScenario } from './scenario-link'
import type { Scenario } from './wish'

const handshake = '1cr.Bp.Aa.d1.d2.d3'

/** Ready scenarios, in the letters of scenario-link.ts, in the order in which they are offered. */
const letters = {
  'figure-6': `${handshake}.As.d4.d5`,
  'figure-7': '1cr.Aa.Ba.d2.d1.d4.d3',
  'figure-8': '1cr.Bp.Aa.h1.iAS90.d2.d3.d4.g1.d1.d5.d6',
  'figure-9': '1er.Az.Aa.d1.d2.d3.At',
  'figure-10': '1er.Az.Bs.d1.d2',
  'figure-11': '1cr.Ap.Bp.iAS90.d1.d2.d3',
  'figure-12': '1er.Ac.d1.d2.Bc.d3.d4.Aw',
  'figure-13': '1er.Ac.Bc.d2.d1.d4.d3.Aw.Bw',
  'lost-third-segment': '1cr.Bp.Aa.d1.d2.l3.Bt.d4.d5',
  'three-segment-close': '1er.Ac.k1.d2.d3.Aw',
  'half-close': '1er.Ac.d1.d2.Bs.d3.d4.Bc.d5.d6.Aw',
  refused: '1cr.Aa.d1.d2',
  aborted: '1er.As.d1.d2.Bx.d3',
  'half-open': '1er.Bz.As.d1.d2',
  'old-duplicate-syn': '1er.iAS90.d1.d2',
  'lost-last-ack': '1er.Ac.d1.d2.Bc.d3.l4.Bt.d5.d6.Aw',
  'time-wait-reopening': '1er.Ac.d1.d2.Bc.d3.d4.Ba.d5.d6.d7',
  'syn-flood': '1cr.Bp.iAS5000.d1.l2.Bt.l3.Bu.Bp.iAS6000.d4.l5.Bt.l6',
} as const satisfies Record<string, string>

export type ReadyName = keyof typeof letters

export const readyNames = Object.keys(letters) as readonly ReadyName[]

/** The ready scenario of this name. */
export function selectReady(name: ReadyName): Scenario {
  const scenario = parseScenario(letters[name])
  if (scenario === undefined) throw new Error(`Cannot read the ready scenario "${name}"`)
  return scenario
}
