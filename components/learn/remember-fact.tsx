import { useTranslations } from 'next-intl'
import { Remember } from '@/components/review/remember'

/** Makes a card of what stands here. */
export function RememberFact({ fact }: { readonly fact: string }) {
  const t = useTranslations('review')
  const words = { remember: t('remember'), remembered: t('remembered'), failed: t('busy') }
  return <Remember fact={fact} source="learn" words={words} />
}
