/** After how many seconds it may be sent again: where another process holds the database, and where it was too often. */
const retryAfter: Readonly<Record<number, string>> = { 503: '2', 429: '60' }

/** What a request is refused with: the error's own name, its status, and when to ask again where that helps. */
export function refusal(error: string, status: number, more: object = {}): Response {
  const again = retryAfter[status]
  const headers = { 'Cache-Control': 'private, no-store', ...(again !== undefined && { 'Retry-After': again }) }
  return Response.json({ error, ...more }, { status, headers })
}
