import type { ArrowId } from '@/components/diagram/arrows'

/** What of the picture is shown, by the part that a connection's end plays. */
export const filters = ['all', 'client', 'server', 'active', 'passive'] as const

export type Filter = (typeof filters)[number]

/** The arrows of each part. Who opens says nothing about who closes, so the four parts are told apart. */
export const arrowsOf = {
  client: [
    'closed-to-syn-sent',
    'listen-to-syn-sent',
    'syn-sent-to-closed',
    'syn-sent-to-established',
    'syn-sent-to-syn-received',
    'syn-received-to-established',
  ],
  server: [
    'closed-to-listen',
    'listen-to-closed',
    'listen-to-syn-received',
    'syn-received-to-listen',
    'syn-received-to-established',
  ],
  active: [
    'syn-received-to-fin-wait-1',
    'established-to-fin-wait-1',
    'fin-wait-1-to-fin-wait-2',
    'fin-wait-1-to-closing',
    'fin-wait-2-to-time-wait',
    'closing-to-time-wait',
    'time-wait-to-closed',
  ],
  passive: ['established-to-close-wait', 'close-wait-to-last-ack', 'last-ack-to-closed'],
} as const satisfies Record<Exclude<Filter, 'all'>, readonly ArrowId[]>

/** The filter an address names; anything else shows all. */
export function parseFilter(value: string | undefined): Filter {
  return filters.find((filter) => filter === value) ?? 'all'
}

/** The arrows that a filter brings out, or undefined where it brings out all. */
export function emphasisedBy(filter: Filter): ReadonlySet<ArrowId> | undefined {
  return filter === 'all' ? undefined : new Set<ArrowId>(arrowsOf[filter])
}
