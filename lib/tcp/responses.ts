/**
 * What the user is told, in the RFC's own strings (3.10: "Error responses in this document are identified by
 * character strings"). Where its sections differ on a missing connection, the per-call text is taken (see
 * ambiguities.ts, `missing-connection-text`).
 */
const responseTexts = [
  'ok',
  'error: connection already exists',
  'error: connection does not exist',
  'error: remote socket unspecified',
  'error: connection closing',
  'error: closing',
  'error: connection reset',
  'error: connection aborted due to user timeout',
  'connection closing',
  'connection refused',
  'connection reset',
  'reset',
  'urgent data',
  'state = LISTEN',
  'state = SYN-SENT',
  'state = SYN-RECEIVED',
  'state = ESTABLISHED',
  'state = FIN-WAIT-1',
  'state = FIN-WAIT-2',
  'state = CLOSE-WAIT',
  'state = CLOSING',
  'state = LAST-ACK',
  'state = TIME-WAIT',
] as const

export type ResponseText = (typeof responseTexts)[number]

/**
 * Who hears it: the caller of the event's own call, the calls still outstanding (each of them), or the user in
 * general by a signal.
 */
export const listeners = [
  'caller',
  'outstanding SENDs and RECEIVEs',
  'outstanding RECEIVEs',
  'outstanding SENDs',
  'outstanding CLOSE',
  'user',
] as const

export type Listener = (typeof listeners)[number]

export type Response = { readonly to: Listener; readonly text: ResponseText }
