/**
 * Writes into a request where it comes from, as everything asks it (X-Forwarded-For): the address at the other end of the
 * connection. What was sent under that name stays only where whoever runs the app says that a proxy stands before it, which
 * adds what it has seen at the end.
 * @param {{ headers: import('node:http').IncomingHttpHeaders, socket: { remoteAddress?: string | undefined } }} request
 * @param {boolean} isBehindProxy
 */
export function noteSender({ headers, socket }, isBehindProxy) {
  if (isBehindProxy && headers['x-forwarded-for'] !== undefined) return
  if (socket.remoteAddress === undefined) delete headers['x-forwarded-for']
  else headers['x-forwarded-for'] = socket.remoteAddress
}
