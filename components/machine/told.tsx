import { useTranslations } from 'next-intl'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { Response } from '@/lib/tcp/responses'
import { useMachineWords } from './machine-words'

/** Who is told what, in the RFC's own strings. */
export function Told({ responses }: { readonly responses: readonly Response[] }) {
  const t = useTranslations('learn.rule')
  const words = useMachineWords()
  return responses.map(({ to, text }) => (
    <span key={`${to} ${text}`} className="block">
      {t.rich('response', {
        who: () => <Words text={words.listener(to)} />,
        text: () => <Code>{text}</Code>,
      })}
    </span>
  ))
}
