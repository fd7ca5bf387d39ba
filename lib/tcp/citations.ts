import {
  type Erratum,
  errata,
  type Figure,
  figures,
  notesOf,
  type OtherRfc,
  otherRfcs,
  type Requirement,
  requirements,
  type Section,
  type StepWord,
  sections,
  stepsOf,
  stepWords,
  type Table,
  tables,
} from './contents'

/** One place that a `cite` names. A number without "RFC" before it is a section of RFC 9293. */
export type Citation =
  | { readonly kind: 'section'; readonly section: Section; readonly step: StepWord | null }
  | { readonly kind: 'figure'; readonly figure: Figure; readonly note: number | null }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'requirement'; readonly requirement: Requirement }
  | { readonly kind: 'erratum'; readonly erratum: Erratum }
  | { readonly kind: 'rfc'; readonly rfc: OtherRfc; readonly section: string | null }

export type ParsedCitation =
  | { readonly kind: 'citations'; readonly citations: readonly Citation[] }
  | { readonly kind: 'refused'; readonly error: string }

/**
 * Reads a `cite`: places separated by commas, such as `3.10.7.4 fifth, Figure 5 note 2, MUST-13, erratum 8710,
 * RFC 5961 4, A.2`. Refuses the whole where one of them is written otherwise or does not exist.
 */
export function parseCitation(cite: string): ParsedCitation {
  const citations: Citation[] = []
  for (const place of cite.split(', ')) {
    const citation = findPlace(place)
    if (citation === undefined) return { kind: 'refused', error: `Cannot find "${place}" cited in "${cite}"` }
    citations.push(citation)
  }
  return { kind: 'citations', citations }
}

/** Each reads one way of writing a place; no two read the same text. */
const readers: readonly ((place: string) => Citation | undefined)[] = [
  readSection,
  readFigure,
  readTable,
  readRequirement,
  readErratum,
  readOtherRfc,
]

function findPlace(place: string): Citation | undefined {
  for (const read of readers) {
    const citation = read(place)
    if (citation !== undefined) return citation
  }
  return undefined
}

/** `3.10.7.4`, `3.10.7.4 fifth`, `A.2`. */
function readSection(place: string): Citation | undefined {
  const [section = '', word, ...rest] = place.split(' ')
  if (!isKeyOf(sections, section) || rest.length > 0) return undefined
  if (word === undefined) return { kind: 'section', section, step: null }
  const step = stepWords.slice(0, isKeyOf(stepsOf, section) ? stepsOf[section] : 0).find((other) => other === word)
  return step === undefined ? undefined : { kind: 'section', section, step }
}

/** `Figure 7`, `Figure 5 note 2`. */
function readFigure(place: string): Citation | undefined {
  const [, number = '', noteNumber] = /^Figure (\d+)(?: note (\d))?$/.exec(place) ?? []
  const figure = findKey(figures, number)
  if (figure === undefined) return undefined
  if (noteNumber === undefined) return { kind: 'figure', figure, note: null }
  const note = Number(noteNumber)
  const last = isKeyOf(notesOf, figure) ? notesOf[figure] : 0
  return note >= 1 && note <= last ? { kind: 'figure', figure, note } : undefined
}

/** `Table 6`. */
function readTable(place: string): Citation | undefined {
  const table = findKey(tables, /^Table (\d+)$/.exec(place)?.[1])
  return table === undefined ? undefined : { kind: 'table', table }
}

/** `MUST-13`, `SHLD-31`, `MAY-2`. */
function readRequirement(place: string): Citation | undefined {
  return isKeyOf(requirements, place) ? { kind: 'requirement', requirement: place } : undefined
}

/** `erratum 8710`. */
function readErratum(place: string): Citation | undefined {
  const erratum = findKey(errata, /^erratum (\d+)$/.exec(place)?.[1])
  return erratum === undefined ? undefined : { kind: 'erratum', erratum }
}

/** `RFC 793 3.9`, `RFC 1337`. */
function readOtherRfc(place: string): Citation | undefined {
  const [, number, section] = /^RFC (\d+)(?: ([\d.]+))?$/.exec(place) ?? []
  const rfc = findKey(otherRfcs, number)
  if (rfc === undefined) return undefined
  if (section === undefined) return { kind: 'rfc', rfc, section: null }
  const known: readonly string[] = otherRfcs[rfc].sections
  return known.includes(section) ? { kind: 'rfc', rfc, section } : undefined
}

function isKeyOf<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key)
}

/** The numeric key that this text writes, or undefined where the table has none such. */
function findKey<T extends object>(table: T, text: string | undefined): (keyof T & number) | undefined {
  const keys = Object.keys(table).map(Number) as (keyof T & number)[]
  return keys.find((key) => String(key) === text)
}
