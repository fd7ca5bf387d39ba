import { Words } from '@/components/ui/words'
import type { PresentedFlag } from '@/lib/words/present-analysis'

/** What is to be looked at, in words. */
export function FlagList({ flags }: { readonly flags: readonly PresentedFlag[] }) {
  if (flags.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {flags.map(({ text, isMild }) => (
        <li key={text} className={`text-sm [overflow-wrap:anywhere] ${isMild ? 'text-muted' : 'text-wrong'}`}>
          <span aria-hidden="true">{isMild ? '·' : '⚑'}</span> <Words text={text} />
        </li>
      ))}
    </ul>
  )
}
