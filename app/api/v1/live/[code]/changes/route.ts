import { streamChanges } from '@/lib/live-stream'
import { liveTopics } from '@/lib/live-topics'
import { refusal } from '../../../refusal'
import { findByCode } from '../../find-by-code'

/** Says, as long as somebody listens, that a live question has moved on; with `?answers`, that somebody answered, too. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/live/[code]/changes'>) {
  const found = await findByCode((await params).code, request.headers)
  if (found.kind === 'refused') return refusal(found.error, found.error === 'wait' ? 429 : 404)
  const { id } = found.live
  const withAnswers = new URL(request.url).searchParams.has('answers')
  const topics = withAnswers ? [liveTopics.state(id), liveTopics.answers(id)] : [liveTopics.state(id)]
  return streamChanges(topics, request.signal)
}
