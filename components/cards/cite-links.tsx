import { Fragment } from 'react'
import { textLink } from '@/components/ui/text-link'
import type { PresentedCite } from '@/lib/words/presented-sides'

/** The places that are cited, each a link to its text where it has an address of its own. */
export function CiteLinks({ cites }: { readonly cites: readonly PresentedCite[] }) {
  return cites.map(({ words, href }, index) => (
    <Fragment key={words}>
      {index > 0 && ' · '}
      {href === null ? (
        <span className="whitespace-nowrap">{words}</span>
      ) : (
        <a href={href} className={`whitespace-nowrap ${textLink}`}>
          {words}
        </a>
      )}
    </Fragment>
  ))
}
