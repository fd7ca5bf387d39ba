import { fill } from '@/components/practice/fill'
import { phaseFill } from '@/components/timeline/phase-fill'
import { Code } from '@/components/ui/code'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import type { Listing } from '@/lib/capture/read-listing'
import { findings, pilesIn } from '@/lib/observer/findings'
import { citeAddress } from '@/lib/tcp/cite-address'
import { type Phase, phaseOf } from '@/lib/tcp/states'
import type { TracesTexts } from './texts'

/** How the places that a rule cites are written in the reader's language. */
export type CiteWords = Readonly<Record<string, string>>

type Props = { readonly listing: Listing; readonly texts: TracesTexts; readonly cites: CiteWords }

/** The colour of a phase at the edge of a pile; the name of the state says which it is. */
const edges = {
  none: 'border-edge',
  opening: 'border-opening',
  established: 'border-established',
  'active close': 'border-active-close',
  'passive close': 'border-passive-close',
  waiting: 'border-waiting',
} as const satisfies Record<Phase, string>

/** What a listing of sockets says: for each state how many there are, what it means, and who must act. */
export function ListingView({ listing, texts, cites }: Props) {
  return (
    <div className="flex max-w-text flex-col gap-5">
      {pilesIn(listing.sockets).map(({ state, count, places }) => {
        const { actor, cite } = findings[state]
        const phase = phaseOf[state]
        return (
          <section key={state} aria-label={state} className={`border-l-4 bg-sheet px-4 py-3 ${edges[phase]}`}>
            <h2>
              {fill(texts.pile, { count })} <Code>{state}</Code>
            </h2>
            <svg width="100%" height={6} aria-hidden="true" className="my-2 block">
              <rect width="100%" height={6} className="fill-rule" />
              <rect width={`${(100 * count) / listing.sockets.length}%`} height={6} className={phaseFill[phase].bar} />
            </svg>
            <p>
              <Words text={texts.meaning[state] ?? ''} />
            </p>
            <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-sm">
              <dt className="text-muted">{texts.acts}</dt>
              <dd className={actor === 'nobody' ? '' : 'font-semibold'}>{texts.actor[actor]}</dd>
              <dt className="text-muted">{texts.mostly}</dt>
              <dd className="wrap-anywhere">
                {places.map(({ place, count: many }) => `${place} (${many})`).join(' · ')}
              </dd>
              <dt className="text-muted">{texts.source}</dt>
              <dd>
                <Cited cite={cite} cites={cites} />
              </dd>
            </dl>
          </section>
        )
      })}
    </div>
  )
}

/** The places of the RFC, each a link where it has an address. */
export function Cited({ cite, cites }: { readonly cite: string; readonly cites: CiteWords }) {
  return cite.split(', ').map((place, index) => {
    const address = citeAddress(place)
    const words = cites[place] ?? place
    return (
      <span key={place}>
        {index > 0 && ' · '}
        {address === undefined ? (
          words
        ) : (
          <a href={address} className={textLink}>
            {words}
          </a>
        )}
      </span>
    )
  })
}
