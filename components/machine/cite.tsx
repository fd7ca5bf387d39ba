import { Fragment } from 'react'
import { textLink } from '@/components/ui/text-link'
import { citeAddress } from './cite-address'

/** Where the RFC says so: each place is a link to its text, where it has an address of its own. */
export function Cite({ cite }: { readonly cite: string }) {
  return cite.split(', ').map((place, index) => {
    const address = citeAddress(place)
    return (
      <Fragment key={place}>
        {index > 0 && ', '}
        {address === undefined ? (
          <span className="whitespace-nowrap">{place}</span>
        ) : (
          <a href={address} className={`whitespace-nowrap ${textLink}`}>
            {place}
          </a>
        )}
      </Fragment>
    )
  })
}
