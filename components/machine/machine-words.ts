import { useTranslations } from 'next-intl'
import { placeWords } from '@/lib/i18n/cite-words'
import type { Messages } from '@/lib/i18n/messages'
import type { Ambiguity } from '@/lib/tcp/ambiguities'
import type { Condition } from '@/lib/tcp/conditions'
import type { Emission } from '@/lib/tcp/emissions'
import type { EventName } from '@/lib/tcp/events'
import type { Listener } from '@/lib/tcp/responses'
import type { Rule } from '@/lib/tcp/rules'
import { type Phase, type State, slugOf } from '@/lib/tcp/states'
import { wordKey } from '@/lib/tcp/word-key'

type Machine = Messages['machine']

/** The machine's own names in the reader's language. Backticks mark the words of the protocol (components/ui/words). */
export function useMachineWords() {
  const t = useTranslations('machine')
  const stateKey = (state: State) => slugOf(state) as keyof Machine['states']
  const eventKey = (on: EventName) => wordKey(on) as keyof Machine['events']
  return {
    meaning: (state: State) => t(`states.${stateKey(state)}.meaning`),
    waitsFor: (state: State) => t(`states.${stateKey(state)}.short`),
    event: (on: EventName) => t(`events.${eventKey(on)}.name`),
    eventLabel: (on: EventName) => t(`events.${eventKey(on)}.label`),
    condition: (condition: Condition) => t(`conditions.${wordKey(condition) as keyof Machine['conditions']}`),
    emission: (emission: Emission) => t(`emissions.${wordKey(emission) as keyof Machine['emissions']}`),
    kind: (kind: Rule['kind']) => t(`kinds.${wordKey(kind) as keyof Machine['kinds']}`),
    listener: (listener: Listener) => t(`listeners.${wordKey(listener) as keyof Machine['listeners']}`),
    phase: (phase: Phase) => t(`phases.${wordKey(phase) as keyof Machine['phases']}`),
    /** One place that a rule cites. */
    place: (place: string) => placeWords((key) => t(key as 'places.figure'), place),
    placeSeparator: t('places.separator'),
    ambiguity: (ambiguity: Ambiguity) => ({
      title: t(`ambiguities.${ambiguity}.title`),
      reading: t(`ambiguities.${ambiguity}.reading`),
    }),
  }
}
