/** What can be wrong with a request to a route handler, each under the name that its `type` ends in. */
export const problemKinds = {
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'invalid-request': { status: 400, title: 'The request does not say what it must' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is of another type than JSON' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>

export type ProblemKind = keyof typeof problemKinds

/** One fault, and the JSON pointer (RFC 6901) of the value that has it; '' is the whole body. */
export type Fault = { readonly pointer: string; readonly detail: string }

/** Problem details (RFC 9457). `type` is the address of the page that explains it. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors: readonly Fault[]
}

/** The problem details of these faults, at least one; the first is repeated as the detail. */
export function problem(kind: ProblemKind, errors: readonly [Fault, ...Fault[]]): Problem {
  const { status, title } = problemKinds[kind]
  const [{ pointer, detail }, ...others] = errors
  const where = pointer === '' ? detail : `${pointer}: ${detail}`
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return { type: `/programs#${kind}`, title, status, detail: `${where}${more}`, errors }
}

/** The response that carries a problem. */
export function problemResponse(found: Problem): Response {
  return Response.json(found, {
    status: found.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  })
}
