import type { Rule } from '@/lib/tcp/rules'
import type { Arrow } from './arrows'
import type { Route, Size } from './layout'

/** One line of a label: what happens, and what is sent for it. Either may be empty where a label is broken. */
export type LabelLine = { readonly event: string; readonly sends: string }

/** Where Figure 5 says more than the name of the event, or says it shorter. */
function eventWords({ on, when }: Rule): string {
  if (on === 'TIME-WAIT TIMEOUT') return 'Timeout=2MSL'
  if (on === 'rcv ACK' && when.includes('acknowledges our SYN')) return 'rcv ACK of SYN'
  if (on === 'rcv ACK' && when.includes('acknowledges our FIN')) return 'rcv ACK of FIN'
  return on
}

/**
 * What an arrow says, `event / sends`, in the words of Figure 5 in every language. A segment that differs from another
 * only in its ACK (`rcv RST,ACK` beside `rcv RST`) is not said again.
 */
function labelLines({ drawn }: Arrow): readonly LabelLine[] {
  const names: readonly string[] = drawn.map(({ on }) => on)
  return drawn
    .filter(({ on }) => !(on.endsWith(',ACK') && names.includes(on.slice(0, -',ACK'.length))))
    .map((rule) => ({ event: eventWords(rule), sends: rule.emits.join(', ') }))
}

export function lineText({ event, sends }: LabelLine): string {
  return [event, sends].filter((part) => part !== '').join(' / ')
}

/** The label in one line, for lists and for those who hear it. */
export function labelText(arrow: Arrow): string {
  return labelLines(arrow).map(lineText).join(', ')
}

/** The label as it stands beside the arrow: whole, broken behind the slash, or the arrow's number. */
export function drawnLines(arrow: Arrow, { label }: Route, size: Size): readonly LabelLine[] {
  if (size.labels === 'numbers') return [{ event: String(arrow.number), sends: '' }]
  const lines = labelLines(arrow)
  if (label.stacked === undefined) return lines
  return lines.flatMap(({ event, sends }) =>
    sends === ''
      ? [{ event, sends }]
      : [
          { event: `${event} /`, sends: '' },
          { event: '', sends },
        ],
  )
}
