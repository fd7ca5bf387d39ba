/** What changes only with the build may be kept for this long before it is asked for again. */
const maxAgeSeconds = 300

/** A JSON text with its ETag, or 304 where the request shows that it has this very text already (RFC 9110 13.1.2). */
export function cachedResponse(request: Request, text: string): Response {
  const tag = tagOf(text)
  // Weak: the text may be sent compressed.
  const headers = { ETag: `W/${tag}`, 'Cache-Control': `public, max-age=${maxAgeSeconds}` }
  const held = (request.headers.get('if-none-match') ?? '').split(',').map((other) => other.trim().replace(/^W\//, ''))
  if (held.includes(tag) || held.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json' } })
}

/** The text's length and its FNV-1a hash of 32 bits: enough to tell two builds' texts apart, and no secret. */
function tagOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return `"${text.length.toString(36)}-${(hash >>> 0).toString(36)}"`
}
