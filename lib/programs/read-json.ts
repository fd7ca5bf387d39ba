import type { Parsed } from './parse-input'
import { type ProblemKind, problem } from './problem'

/** The largest body that a route handler reads unless it says otherwise, in octets. */
export const largestBody = 16 * 1024

/** Reads the JSON that a request carries, or refuses another type, more than `largest` octets, and what is not JSON. */
export async function readJson(request: Request, largest = largestBody): Promise<Parsed<unknown>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    return refused('unsupported-media-type', `Content-Type must be application/json, not "${type ?? ''}"`)
  }
  const octets = await readOctets(request, largest)
  if (octets === undefined) return refused('body-too-large', `The body may have ${largest} octets`)
  try {
    // Decodes as RFC 8259 section 8.1 has it: UTF-8, and no other octets pass.
    return { kind: 'parsed', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets)) }
  } catch (error) {
    return refused('malformed-json', error instanceof Error ? error.message : String(error))
  }
}

function refused(kind: ProblemKind, detail: string): Parsed<never> {
  return { kind: 'refused', problem: problem(kind, [{ pointer: '', detail }]) }
}

/** The body, or undefined where it is too large: no more than that is ever held, whatever Content-Length says. */
async function readOctets(request: Request, largest: number): Promise<Uint8Array | undefined> {
  const held = new Uint8Array(largest)
  let size = 0
  for await (const chunk of request.body ?? []) {
    if (size + chunk.length > largest) return undefined
    held.set(chunk, size)
    size += chunk.length
  }
  return held.subarray(0, size)
}
