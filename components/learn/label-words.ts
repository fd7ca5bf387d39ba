import { useTranslations } from 'next-intl'
import type { LabelEvent, LabelWords } from '@/components/diagram/labels'
import { useMachineWords } from '@/components/machine/machine-words'
import type { EventName } from '@/lib/tcp/events'

/** What Figure 5 says otherwise than by the event's name. */
const figures = { 'rcv ACK of SYN': 'ackOfSyn', 'rcv ACK of FIN': 'ackOfFin', 'Timeout=2MSL': 'timeout' } as const

function isName(event: LabelEvent): event is EventName {
  return !Object.hasOwn(figures, event)
}

/** What stands beside the arrows, in the reader's language, as the table says it. */
export function useLabelWords(): LabelWords {
  const t = useTranslations('learn.labels')
  const words = useMachineWords()
  return (event) => {
    if (isName(event)) return words.eventLabel(event).replaceAll('`', '')
    return t(figures[event as keyof typeof figures])
  }
}
