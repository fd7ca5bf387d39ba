import type { EventName } from '@/lib/tcp/events'
import type { Rule } from '@/lib/tcp/rules'
import type { Arrow } from './arrows'
import { type Route, routes, type Size } from './layout'

/** One line of a label: what happens, and what is sent for it. Either may be empty where a label is broken. */
export type LabelLine = { readonly event: string; readonly sends: string }

/** What Figure 5 writes for an event: mostly its name, sometimes more, once shorter. */
export type LabelEvent = EventName | 'rcv ACK of SYN' | 'rcv ACK of FIN' | 'Timeout=2MSL'

/** Says it in a language. */
export type LabelWords = (event: LabelEvent) => string

/** As Figure 5 itself says it. */
export const asInFigure5: LabelWords = (event) => event

function labelEvent({ on, when }: Rule): LabelEvent {
  if (on === 'TIME-WAIT TIMEOUT') return 'Timeout=2MSL'
  if (on === 'rcv ACK' && when.includes('acknowledges our SYN')) return 'rcv ACK of SYN'
  if (on === 'rcv ACK' && when.includes('acknowledges our FIN')) return 'rcv ACK of FIN'
  return on
}

/**
 * What an arrow says, `event / sends`. A segment that differs from another only in its ACK (`rcv RST,ACK` beside
 * `rcv RST`) is not said again.
 */
function labelLines({ drawn }: Arrow, words: LabelWords): readonly LabelLine[] {
  const names: readonly string[] = drawn.map(({ on }) => on)
  return drawn
    .filter(({ on }) => !(on.endsWith(',ACK') && names.includes(on.slice(0, -',ACK'.length))))
    .map((rule) => ({ event: words(labelEvent(rule)), sends: rule.emits.join(', ') }))
}

export function lineText({ event, sends }: LabelLine): string {
  return [event, sends].filter((part) => part !== '').join(' / ')
}

/** The label in one line, for lists and for those who hear it. */
export function labelText(arrow: Arrow, words: LabelWords): string {
  return labelLines(arrow, words).map(lineText).join(', ')
}

/** The label as it stands beside the arrow: whole, broken behind the slash, or the arrow's number. */
export function drawnLines(arrow: Arrow, size: Size, words: LabelWords): readonly LabelLine[] {
  if (size.labels === 'numbers') return [{ event: String(arrow.number), sends: '' }]
  const lines = labelLines(arrow, words)
  const route: Route | undefined = routes.find(({ from, to }) => from === arrow.from && to === arrow.to)
  if (route?.label.stacked === undefined) return lines
  return lines.flatMap(({ event, sends }) =>
    sends === ''
      ? [{ event, sends }]
      : [
          { event: `${event} /`, sends: '' },
          { event: '', sends },
        ],
  )
}
