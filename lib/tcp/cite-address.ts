const editor = 'https://www.rfc-editor.org'

/**
 * The address of one place that a rule cites (`3.10.7.4 second`, `A.2`, `RFC 5961 3`, `erratum 8167`, `Figure 5 note 1`),
 * or undefined where it has none (`MUST-11`).
 */
export function citeAddress(place: string): string | undefined {
  const other = /^RFC (\d+)(?: ([\d.]+))?/.exec(place)
  if (other !== null) {
    const page = `${editor}/rfc/rfc${other[1]}.html`
    return other[2] === undefined ? page : `${page}#section-${other[2]}`
  }
  const section = /^\d+(?:\.\d+)*(?= |$)/.exec(place)?.[0]
  if (section !== undefined) return `${editor}/rfc/rfc9293.html#section-${section}`
  if (/^A\.\d$/.test(place)) return `${editor}/rfc/rfc9293.html#appendix-${place}`
  const figure = /^Figure (\d+)/.exec(place)?.[1]
  if (figure !== undefined) return `${editor}/rfc/rfc9293.html#figure-${figure}`
  const erratum = /^erratum (\d+)/.exec(place)?.[1]
  return erratum === undefined ? undefined : `${editor}/errata/eid${erratum}`
}
