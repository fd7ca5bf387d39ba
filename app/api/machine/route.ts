import { answerMachine } from '@/lib/programs/answer-machine'
import { cachedResponse } from '@/lib/programs/cached-response'
import { machineRequestSchema } from '@/lib/programs/machine-request'
import { parseInput } from '@/lib/programs/parse-input'
import { problemResponse } from '@/lib/programs/problem'

/** The machine of a profile as data. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url)
  const asked = parseInput(machineRequestSchema, Object.fromEntries(searchParams))
  if (asked.kind === 'refused') return problemResponse(asked.problem)
  return cachedResponse(request, JSON.stringify(answerMachine(asked.value.profile)))
}
