import { submissionRequestSchema } from '@/lib/assessment/exchange'
import { actOnAttempt } from '@/lib/store/exam/act-on-attempt'
import { receive } from '../../receive'
import { tellRecorded } from '../../reply'

/** Lets the clock run again after a break of one's own. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/exams/[attempt]/resumption'>) {
  const received = await receive(request, (await params).attempt, submissionRequestSchema)
  if (received.kind === 'refused') return received.response
  return tellRecorded(await actOnAttempt(received.key, { kind: 'resumed', id: received.sent.id }))
}
