import { fill } from '@/components/practice/fill'
import { Code } from '@/components/ui/code'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import type { Listing } from '@/lib/capture/read-listing'
import { findings, pilesIn } from '@/lib/observer/findings'
import { citeAddress } from '@/lib/tcp/cite-address'
import type { TracesTexts } from './texts'

/** How the places that a rule cites are written in the reader's language. */
export type CiteWords = Readonly<Record<string, string>>

type Props = { readonly listing: Listing; readonly texts: TracesTexts; readonly cites: CiteWords }

/** What a listing of sockets says: for each state how many there are, what it means, and who must act. */
export function ListingView({ listing, texts, cites }: Props) {
  return (
    <div className="flex max-w-text flex-col gap-5">
      {pilesIn(listing.sockets).map(({ state, count, places }) => {
        const { actor, cite } = findings[state]
        return (
          <section key={state} aria-label={state} className="border-rule border-t pt-3">
            <h2 className="mb-1">
              {fill(texts.pile, { count })} <Code>{state}</Code>
            </h2>
            <p>
              <Words text={texts.meaning[state] ?? ''} />
            </p>
            <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-sm">
              <dt className="text-muted">{texts.acts}</dt>
              <dd>{texts.actor[actor]}</dd>
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
