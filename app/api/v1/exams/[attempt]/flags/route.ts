import { flagRequestSchema } from '@/lib/assessment/exchange'
import { recordChange } from '@/lib/store/exam/record-change'
import { receive } from '../../receive'
import { tellRecorded } from '../../reply'

/** Flags a question to come back to, or takes the flag away. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/exams/[attempt]/flags'>) {
  const received = await receive(request, (await params).attempt, flagRequestSchema)
  if (received.kind === 'refused') return received.response
  const { key, sent } = received
  const { flagged, ...change } = sent
  return tellRecorded(await recordChange(key, { ...change, kind: 'flag', value: flagged }))
}
