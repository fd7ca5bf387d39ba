import type { PracticeTexts } from '@/components/practice/texts'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { PresentedEndpoint } from '@/lib/words/presented-item'

type Props = {
  readonly endpoint: PresentedEndpoint
  readonly texts: Pick<PracticeTexts, 'situation' | 'event' | 'afterwards'>
}

/** The situation of a question: the state, what is known of the TCB, and what happens. */
export function EndpointView({ endpoint, texts }: Props) {
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 border-l-4 border-peer-a bg-sheet px-4 py-3 sm:grid-cols-[auto_minmax(0,1fr)]">
      <dt className="text-muted">{texts.situation}</dt>
      <dd className="[overflow-wrap:anywhere]">
        <span className="font-semibold text-lg">
          <Code>{endpoint.state}</Code>
        </span>
        {endpoint.facts.map((fact) => (
          <span key={fact} className="block">
            <Words text={fact} />
          </span>
        ))}
        {endpoint.variables.length > 0 && (
          <span className="mt-1 flex flex-wrap gap-x-4 text-muted">
            {endpoint.variables.map(([name, value]) => (
              <Code key={name}>
                {name} = {value}
              </Code>
            ))}
          </span>
        )}
      </dd>
      <dt className="text-muted">{texts.event}</dt>
      <dd>
        <Words text={endpoint.event} />
        {endpoint.segment !== null && (
          <span className="mt-1 block text-peer-b [overflow-wrap:anywhere]">
            <Code>{endpoint.segment}</Code>
          </span>
        )}
      </dd>
      {endpoint.later.length > 0 && (
        <>
          <dt className="text-muted">{texts.afterwards}</dt>
          <dd>
            <ol className="flex list-decimal flex-col gap-2 pl-6" start={2}>
              {endpoint.later.map(({ event, segment, facts }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same may happen twice; what happened does not move
                <li key={index}>
                  <Words text={event} />
                  {segment !== null && (
                    <span className="block text-peer-b [overflow-wrap:anywhere]">
                      <Code>{segment}</Code>
                    </span>
                  )}
                  {facts.map((fact) => (
                    <span key={fact} className="block text-muted text-sm">
                      <Words text={fact} />
                    </span>
                  ))}
                </li>
              ))}
            </ol>
          </dd>
        </>
      )}
    </dl>
  )
}
