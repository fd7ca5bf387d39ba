import { citedPlaces, placeWords } from '../i18n/cite-words'
import type { Say } from '../i18n/say'
import { citeAddress } from '../tcp/cite-address'
import type { PresentedCite } from './presented-sides'

/** The places of a `cite`, each once, in words and with its address. */
export function presentCites(say: Say, cite: string): readonly PresentedCite[] {
  return citedPlaces(cite).map((place) => ({
    words: placeWords((key) => say(`machine.${key}`), place),
    href: citeAddress(place) ?? null,
  }))
}
