import { describe, expect, it } from 'vitest'
import { ambiguities } from './ambiguities'
import { type Citation, parseCitation } from './citations'
import { errata, figures, type Requirement, requirements, sections, tables } from './contents'
import { checks } from './event-processing/checks'
import { rules } from './rules'

/** Every cite of the machine, with the name of what carries it. */
const cites: readonly (readonly [string, string])[] = [
  ...rules.map(({ id, cite }) => [id, cite] as const),
  ...Object.entries(checks),
  ...Object.entries(ambiguities).map(([name, { cite }]) => [name, cite] as const),
]

/** The requirements that a cite names without their section, and why. */
const elsewhere: Record<string, string> = {
  '3.10.7.3 fourth, MUST-10': '3.5 wants simultaneous open supported; the fourth step, a SYN without ACK, does it',
  '3.10.7.4 second, Figure 5 note 1, MUST-11': '3.5 wants the kind of OPEN remembered; the second step asks for it',
  '3.10.7.4 second, MUST-11': '3.5 wants the kind of OPEN remembered; the second step asks for it',
  '3.10.8, MUST-13': '3.6.1 wants the wait of 2 MSL; 3.10.8 says what its end does',
  '3.10.1, MUST-41': '3.9.1.1 keeps a passive OPEN from what exists; 3.10.1 is silent on it in LISTEN',
}

function citationsOf(cite: string): readonly Citation[] {
  const parsed = parseCitation(cite)
  if (parsed.kind === 'refused') throw new Error(parsed.error)
  return parsed.citations
}

function isElsewhere(requirement: Requirement, citations: readonly Citation[]): boolean {
  const homes: readonly string[] = requirements[requirement]
  const cited = citations.flatMap((citation) => (citation.kind === 'section' ? [citation.section] : []))
  return cited.length > 0 && !cited.some((section) => homes.includes(section))
}

describe('the citations of the machine', () => {
  it('name what exists', () => {
    const refused = cites.filter(([, cite]) => parseCitation(cite).kind === 'refused')
    expect(refused).toEqual([])
  })

  it('name a requirement with a section in which it stands, or for a reason', () => {
    const found = cites
      .filter(([, cite]) => {
        const citations = citationsOf(cite)
        return citations.some((one) => one.kind === 'requirement' && isElsewhere(one.requirement, citations))
      })
      .map(([, cite]) => cite)
    expect([...new Set(found)].sort()).toEqual(Object.keys(elsewhere).sort())
  })

  it('name no place twice in one cite', () => {
    for (const [name, cite] of cites) {
      const places = cite.split(', ')
      expect(new Set(places).size, name).toBe(places.length)
    }
  })

  it('take errata from those that were verified or held', () => {
    const cited = cites.flatMap(([, cite]) => citationsOf(cite))
    const rejected = cited.filter((one) => one.kind === 'erratum' && errata[one.erratum].status === 'rejected')
    expect(rejected).toEqual([])
  })
})

describe('parseCitation', () => {
  it.each([
    ['3.10.7.4', { kind: 'section', section: '3.10.7.4', step: null }],
    ['3.10.7.4 eighth', { kind: 'section', section: '3.10.7.4', step: 'eighth' }],
    ['3.10.7.3 fifth', { kind: 'section', section: '3.10.7.3', step: 'fifth' }],
    ['3.10.7.2 fourth', { kind: 'section', section: '3.10.7.2', step: 'fourth' }],
    ['A.2', { kind: 'section', section: 'A.2', step: null }],
    ['B', { kind: 'section', section: 'B', step: null }],
    ['Figure 13', { kind: 'figure', figure: 13, note: null }],
    ['Figure 5 note 2', { kind: 'figure', figure: 5, note: 2 }],
    ['Table 6', { kind: 'table', table: 6 }],
    ['MUST-13', { kind: 'requirement', requirement: 'MUST-13' }],
    ['erratum 8710', { kind: 'erratum', erratum: 8710 }],
    ['RFC 5961 4', { kind: 'rfc', rfc: 5961, section: '4' }],
    ['RFC 793 3.9', { kind: 'rfc', rfc: 793, section: '3.9' }],
    ['RFC 1337', { kind: 'rfc', rfc: 1337, section: null }],
  ])('reads "%s"', (cite, citation) => {
    expect(parseCitation(cite)).toEqual({ kind: 'citations', citations: [citation] })
  })

  it('reads several places in their order', () => {
    expect(citationsOf('3.10.7.4 fifth, Figure 5 note 2, MUST-13').map(({ kind }) => kind)).toEqual([
      'section',
      'figure',
      'requirement',
    ])
  })

  it.each([
    '',
    '3.11',
    '3.10.7.5',
    '3.10.7.2 fifth',
    '3.10.7.3 sixth',
    '3.10.7.4 ninth',
    '3.10.7.1 first',
    '3.10.4 first',
    '3.10.7.4 fifth sixth',
    'Figure 14',
    'Figure 5 note 4',
    'Figure 6 note 1',
    'Figure 05',
    'Figure 5 note 0',
    'Figure 5 note 2x',
    'a Figure 5',
    'Table 6x',
    'a Table 6',
    'erratum 8710x',
    'an erratum 8710',
    'RFC 793x',
    'an RFC 793',
    ' 3.4',
    'Table 9',
    'MUST-70',
    'SHLD-32',
    'MAY-19',
    'MUST-0',
    'erratum 1',
    'RFC 5961 12',
    'RFC 9999',
    'constructor',
    '3.10.7.4,MUST-13',
    '3.10.7.4, ',
    'section 3.4',
  ])('refuses "%s"', (cite) => {
    expect(parseCitation(cite)).toMatchObject({ kind: 'refused' })
  })

  it('says which place it cannot find', () => {
    expect(parseCitation('3.4, MUST-99')).toEqual({
      kind: 'refused',
      error: 'Cannot find "MUST-99" cited in "3.4, MUST-99"',
    })
  })
})

describe('the contents of RFC 9293', () => {
  it('has each section below one that exists', () => {
    const all = Object.keys(sections)
    for (const section of all.filter((one) => one.includes('.'))) {
      expect(all, section).toContain(section.slice(0, section.lastIndexOf('.')))
    }
  })

  it('numbers requirements, figures and tables without a gap', () => {
    const range = (prefix: string, last: number) => Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`)
    expect(Object.keys(requirements)).toEqual([
      ...range('MUST-', 69),
      ...range('SHLD-', 31),
      ...range('MAY-', 18),
      ...range('REC-', 1),
    ])
    expect(Object.keys(figures)).toEqual(range('', 13))
    expect(Object.keys(tables)).toEqual(range('', 8))
  })
})
