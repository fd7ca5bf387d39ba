import { streamChanges } from '@/lib/live-stream'
import { assignmentTopic } from '@/lib/live-topics'
import { findUserId } from '@/lib/session/session'
import { findAssignment } from '@/lib/store/teach/assignment'

/** Tells who supervises an assignment that something has changed in it; what, they ask anew. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/assignments/[assignment]/events'>) {
  const { assignment: assignmentId } = await params
  const userId = await findUserId(request.headers)
  const found = userId === undefined ? undefined : await findAssignment({ userId, assignmentId, act: 'supervise' })
  if (found === undefined) return Response.json({ error: 'no such assignment' }, { status: 404 })
  return streamChanges([assignmentTopic(found.id)], request.signal)
}
