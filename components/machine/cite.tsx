import { Fragment } from 'react'
import { textLink } from '@/components/ui/text-link'
import { citedPlaces } from '@/lib/i18n/cite-words'
import { citeAddress } from '@/lib/tcp/cite-address'
import { useMachineWords } from './machine-words'

/** Where the RFC says so: each place is a link to its text, where it has an address of its own. */
export function Cite({ cite }: { readonly cite: string }) {
  const words = useMachineWords()
  return citedPlaces(cite).map((place, index) => {
    const address = citeAddress(place)
    return (
      <Fragment key={place}>
        {index > 0 && words.placeSeparator}
        {address === undefined ? (
          <span className="whitespace-nowrap">{words.place(place)}</span>
        ) : (
          <a href={address} className={`whitespace-nowrap ${textLink}`}>
            {words.place(place)}
          </a>
        )}
      </Fragment>
    )
  })
}
