import { placeRequestSchema } from '@/lib/assessment/exchange'
import { actOnAttempt } from '@/lib/store/exam/act-on-attempt'
import { receive } from '../../receive'
import { tellRecorded } from '../../reply'

/** Goes on to a question, where there is no way back. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/exams/[attempt]/places'>) {
  const received = await receive(request, (await params).attempt, placeRequestSchema)
  if (received.kind === 'refused') return received.response
  return tellRecorded(await actOnAttempt(received.key, { kind: 'reached', ...received.sent }))
}
