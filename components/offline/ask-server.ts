/** What the server made of a request; `unreached`: it did not get there, or the server is busy. It may be sent again. */
export type Asked<Reply> =
  | { readonly kind: 'answered'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'unreached' }

/** Longer than a slow network takes for some kilobytes, and short enough to be told of. */
const patienceMs = 15_000

/** Sends a request with a body. It never throws: a network that fails is an outcome. */
export async function askServer<Reply>(address: string, body: unknown): Promise<Asked<Reply>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (response.ok) return { kind: 'answered', reply: await response.json() }
    if (response.status >= 500) return { kind: 'unreached' }
    const { error }: { error?: string } = await response.json()
    return { kind: 'refused', error: error ?? 'invalid' }
  } catch {
    return { kind: 'unreached' }
  }
}
