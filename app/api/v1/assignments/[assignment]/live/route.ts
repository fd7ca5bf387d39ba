import { findUserId } from '@/lib/session/session'
import { findLiveView } from '@/lib/store/teach/live-view'

/** How every student stands in an assignment, for who supervises it. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/assignments/[assignment]/live'>) {
  const { assignment: assignmentId } = await params
  const now = new Date()
  const userId = await findUserId(request.headers)
  const students = userId === undefined ? undefined : await findLiveView({ userId, assignmentId, now })
  const headers = { 'Cache-Control': 'private, no-store' }
  if (students === undefined) return Response.json({ error: 'no such assignment' }, { status: 404, headers })
  return Response.json({ now: now.getTime(), students }, { headers })
}
