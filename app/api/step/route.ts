import { answerStep } from '@/lib/programs/answer-step'
import { parseInput } from '@/lib/programs/parse-input'
import { problemResponse } from '@/lib/programs/problem'
import { readJson } from '@/lib/programs/read-json'
import { stepRequestSchema } from '@/lib/programs/step-request'

/** Runs one event on a TCB. */
export async function POST(request: Request): Promise<Response> {
  const body = await readJson(request)
  if (body.kind === 'refused') return problemResponse(body.problem)
  const asked = parseInput(stepRequestSchema, body.value)
  if (asked.kind === 'refused') return problemResponse(asked.problem)
  return Response.json(answerStep(asked.value))
}
