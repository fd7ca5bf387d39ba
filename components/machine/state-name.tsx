import { Code } from '@/components/ui/code'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { type State, slugOf } from '@/lib/tcp/states'

/** A state by its name, which leads to its page. */
export function StateName({ state }: { readonly state: State }) {
  return (
    <Link href={`/learn/${slugOf(state)}`} prefetch={false} className={textLink}>
      <Code>{state}</Code>
    </Link>
  )
}
