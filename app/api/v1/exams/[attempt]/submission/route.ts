import { submissionRequestSchema } from '@/lib/assessment/exchange'
import { handIn } from '@/lib/store/exam/hand-in'
import { receive } from '../../receive'
import { refuse, tell } from '../../reply'

/** Hands in what is saved. Any number of these ends the attempt once. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/exams/[attempt]/submission'>) {
  const received = await receive(request, (await params).attempt, submissionRequestSchema)
  if (received.kind === 'refused') return received.response
  const handed = await handIn(received.key, received.sent.id)
  return handed.kind === 'finished' ? tell(handed.exam) : refuse(handed.error)
}
