import type * as z from 'zod'
import { type Fault, type Problem, problem } from './problem'

export type Parsed<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** How many faults a refusal lists: enough to mend a request by, and no more than a screen. */
const mostFaults = 20

/** Words for a value that is not there; zod's own, "received undefined", would be true of no JSON. */
export const parseOptions: z.core.ParseContext<z.core.$ZodIssue> = {
  error: (issue) => (issue.input === undefined ? 'Missing' : undefined),
}

/** Parses what came in by a schema, or refuses it with a pointer to each fault. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): Parsed<T> {
  const result = schema.safeParse(input, parseOptions)
  if (result.success) return { kind: 'parsed', value: result.data }
  const [first, ...others] = result.error.issues.flatMap(faultsOf)
  if (first === undefined) throw new Error('A refusal without an issue')
  return { kind: 'refused', problem: problem('invalid-request', [first, ...others.slice(0, mostFaults - 1)]) }
}

function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerOf(issue.path), detail: issue.message }]
  return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), detail: 'Unknown key' }))
}

/** The path of a value as a JSON pointer: `/tcb/iss` (RFC 6901 section 3). */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
