import { useTranslations } from 'next-intl'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { ProblemKind } from '@/lib/programs/problem'

type Props = { readonly kinds: Readonly<Record<ProblemKind, { readonly status: number }>>; readonly octets: number }

/** The kinds of problem; the `type` of a refusal is the address of its entry here. */
export function ProblemList({ kinds, octets }: Props) {
  const t = useTranslations('programs.problems.kinds')
  return (
    <dl className="flex flex-col gap-3">
      {(Object.keys(kinds) as ProblemKind[]).map((kind) => (
        <div key={kind} id={kind} className="target:bg-accent/10">
          <dt>
            {kinds[kind].status} <Code>{kind}</Code>
          </dt>
          <dd className="pl-4">
            <Words text={t(kind, { octets })} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
