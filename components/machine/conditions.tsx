import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import type { Condition } from '@/lib/tcp/conditions'
import { useMachineWords } from './machine-words'

/** When a rule holds: all of its conditions. Nothing where it always does. */
export function Conditions({ when }: { readonly when: readonly Condition[] }) {
  const words = useMachineWords()
  const t = useTranslations('learn.rule')
  return when.map((condition, index) => (
    <span key={condition}>
      {index === 0 ? t('if') : t('and')}
      <Words text={words.condition(condition)} />
    </span>
  ))
}
