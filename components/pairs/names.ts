import type { InvariantName } from '@/lib/tcp/peers/invariants'
import type { Model } from '@/lib/tcp/peers/models'

/** What each model is called in messages and in an address. */
export const modelNames = {
  'client and server': 'client-and-server',
  perfect: 'perfect',
  loss: 'loss',
  reordering: 'reordering',
  duplicates: 'duplicates',
  abort: 'abort',
  crash: 'crash',
  'crash and duplicates': 'crash-and-duplicates',
} as const satisfies Record<Model, string>

/** What each invariant is called in messages. */
export const invariantKeys = {
  'heard was sent': 'heard-was-sent',
  'acknowledged was heard': 'acknowledged-was-heard',
  'FIN carries ACK': 'FIN-carries-ACK',
  'taken in order': 'taken-in-order',
  'nobody is left waiting': 'nobody-is-left-waiting',
  'only A asks': 'only-A-asks',
} as const satisfies Record<InvariantName, string>
