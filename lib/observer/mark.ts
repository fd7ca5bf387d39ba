/** What no correct endpoint sends, each with the place in RFC 9293 that says so. */
export const broken = {
  'RST with SYN': '3.5.2',
  'no ACK': '3.10.7.4 fifth',
  'ACK of what was never sent': '3.4',
  'text after FIN': '3.6',
  'second FIN': '3.6',
  'text beyond the window': '3.8.6',
  'SYN,ACK without SYN': '3.10.7.2 third',
  'SYN in a connection': '3.5',
  'text without connection': '3.10.2',
  'FIN without connection': '3.10.4',
  'ACK without connection': '3.10.7.1',
} as const satisfies Record<string, string>

export type Broken = keyof typeof broken

export const plainMarks = [
  'retransmission',
  'duplicate',
  'duplicate ACK',
  'out of order',
  'keep-alive',
  'zero-window probe',
  'new connection',
  'not captured',
] as const

export type PlainMark = (typeof plainMarks)[number]

/**
 * What is to be said of a segment. `duplicate` is a copy that the network or the capture made, `retransmission` one that
 * the endpoint sent again, `out of order` fills a gap, `not captured` shows that something did not pass.
 */
export type Mark = { readonly kind: PlainMark } | { readonly kind: 'impossible'; readonly rule: Broken }

/** A mark in one line, as the command line prints it: `impossible: text after FIN (RFC 9293 3.6)`. */
export function formatMark(mark: Mark): string {
  return mark.kind === 'impossible' ? `impossible: ${mark.rule} (RFC 9293 ${broken[mark.rule]})` : mark.kind
}
