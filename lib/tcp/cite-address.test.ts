import { expect, it } from 'vitest'
import { citeAddress } from './cite-address'
import { rules } from './rules'

it.each([
  ['3.10.7.4 second', 'https://www.rfc-editor.org/rfc/rfc9293.html#section-3.10.7.4'],
  ['5', 'https://www.rfc-editor.org/rfc/rfc9293.html#section-5'],
  ['3.5', 'https://www.rfc-editor.org/rfc/rfc9293.html#section-3.5'],
  ['A.2', 'https://www.rfc-editor.org/rfc/rfc9293.html#appendix-A.2'],
  ['Figure 5 note 1', 'https://www.rfc-editor.org/rfc/rfc9293.html#figure-5'],
  ['RFC 5961 3', 'https://www.rfc-editor.org/rfc/rfc5961.html#section-3'],
  ['RFC 793', 'https://www.rfc-editor.org/rfc/rfc793.html'],
  ['erratum 8710', 'https://www.rfc-editor.org/errata/eid8710'],
  ['MUST-11', undefined],
])('%s is found at %s', (place, address) => {
  expect(citeAddress(place)).toBe(address)
})

it('finds an address for every section that a rule cites', () => {
  const places = new Set(rules.flatMap(({ cite }) => cite.split(', ')))
  const without = [...places].filter((place) => citeAddress(place) === undefined)
  expect(without.filter((place) => !/^(MUST|SHLD|MAY)-\d+$/.test(place))).toEqual([])
})
