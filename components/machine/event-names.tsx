import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import type { EventName } from '@/lib/tcp/events'
import { useMachineWords } from './machine-words'

/** What happens, in a sentence's words; several events under one rule are joined by "or". */
export function EventNames({ events }: { readonly events: readonly EventName[] }) {
  const words = useMachineWords()
  const t = useTranslations('learn.rule')
  return events.map((on, index) => (
    <span key={on}>
      {index > 0 && t('or')}
      <Words text={words.event(on)} />
    </span>
  ))
}
