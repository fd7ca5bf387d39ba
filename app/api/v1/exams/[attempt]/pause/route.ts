import { submissionRequestSchema } from '@/lib/assessment/exchange'
import { actOnAttempt } from '@/lib/store/exam/act-on-attempt'
import { receive } from '../../receive'
import { tellRecorded } from '../../reply'

/** Stops the clock, for who is granted breaks. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/exams/[attempt]/pause'>) {
  const received = await receive(request, (await params).attempt, submissionRequestSchema)
  if (received.kind === 'refused') return received.response
  return tellRecorded(await actOnAttempt(received.key, { kind: 'paused', id: received.sent.id }))
}
