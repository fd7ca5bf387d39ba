import { Words } from '@/components/ui/words'
import type { PresentedFlag } from '@/lib/words/present-analysis'

/** What is to be looked at, in words. */
export function FlagList({ flags }: { readonly flags: readonly PresentedFlag[] }) {
  if (flags.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {flags.map(({ kind, text }) => (
        <li
          key={text}
          className={`text-sm [overflow-wrap:anywhere] ${kind === 'too few' ? 'text-muted' : 'text-wrong'}`}
        >
          <span aria-hidden="true">{kind === 'too few' ? '·' : '⚑'}</span> <Words text={text} />
        </li>
      ))}
    </ul>
  )
}
