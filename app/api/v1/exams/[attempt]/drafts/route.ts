import { draftRequestSchema } from '@/lib/assessment/exchange'
import { fitsShown } from '@/lib/items/mark'
import { findFrozenQuestion } from '@/lib/store/exam/exam'
import { recordChange } from '@/lib/store/exam/record-change'
import { receive } from '../../receive'
import { refuse, tellRecorded } from '../../reply'

/** An answer as it stands now. What is acknowledged here is on disk, and is handed in at the end. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/exams/[attempt]/drafts'>) {
  const received = await receive(request, (await params).attempt, draftRequestSchema)
  if (received.kind === 'refused') return received.response
  const { key, sent } = received
  const { given, ...change } = sent
  const question = await findFrozenQuestion({ ...key, position: change.position })
  if (question === undefined) return refuse('no such question')
  if (given !== null && !fitsShown(question.item, question.seed, given)) return refuse('invalid')
  return tellRecorded(await recordChange(key, { ...change, kind: 'draft', value: given }))
}
