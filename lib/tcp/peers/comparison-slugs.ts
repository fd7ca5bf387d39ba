import type { Comparison } from './comparisons'

/** What each experiment is called in an address and in messages. */
export const comparisonSlugs = {
  'lost last ACK': 'lost-last-ACK',
  'old duplicate': 'old-duplicate',
  'no TIME-WAIT': 'no-TIME-WAIT',
  'reset in TIME-WAIT': 'reset-in-TIME-WAIT',
  'third segment': 'third-segment',
  'fresh ISN': 'fresh-ISN',
  'FIN counted': 'FIN-counted',
  'RST at RCV.NXT': 'RST-at-RCV-NXT',
} as const satisfies Record<Comparison, string>
