/** Says a word of a citation by its key under `machine`: `steps.second`, `places.figure`. */
type Word = (key: string) => string

/** The places that a `cite` names, each once: rules that are cited together often cite the same place. */
export function citedPlaces(cite: string): readonly string[] {
  return [...new Set(cite.split(', '))]
}

/**
 * One place of the RFC in a language: `3.10.7.4 second` is 3.10.7.4 第二步, `Figure 5 note 2` is 图 5 注 2. Numbers and
 * what has no word in it (`MUST-13`, `RFC 5961 3`) stay as they are.
 */
export function placeWords(word: Word, place: string): string {
  const step = /^([\d.]+) ([a-z]+)$/.exec(place)
  if (step !== null) return `${step[1]} ${word(`steps.${step[2]}`)}`
  return place.replace(/Figure|note|Table|erratum/g, (name) => word(`places.${name.toLowerCase()}`))
}

/** A whole `cite` in one line. */
export function citeWords(word: Word, cite: string): string {
  return citedPlaces(cite)
    .map((place) => placeWords(word, place))
    .join(word('places.separator'))
}
