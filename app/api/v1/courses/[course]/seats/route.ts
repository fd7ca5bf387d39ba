import { writeCsv } from '@/lib/exchange/csv'
import { originOf } from '@/lib/session/origin-of'
import { findUserId } from '@/lib/session/session'
import { findCourse } from '@/lib/store/teach/course'
import { listSeats } from '@/lib/store/teach/seats'

const columns = ['name', 'email', 'number', 'role', 'link', 'invited', 'taken'] as const

/** The places kept in a course with their links, as CSV for who manages its people. The link of a taken one opens nothing. */
export async function GET(
  request: Request,
  context: RouteContext<'/api/v1/courses/[course]/seats'>,
): Promise<Response> {
  const { course: courseId } = await context.params
  const userId = await findUserId(request.headers)
  const course = userId === undefined ? undefined : await findCourse({ userId, courseId, act: 'manage people' })
  if (userId === undefined || course === undefined) return Response.json({ error: 'no such course' }, { status: 404 })
  const origin = originOf(request.headers)
  const rows = (await listSeats({ userId, courseId })).map(({ name, email, number, role, token, sentAt, takenAt }) => {
    const link = takenAt === null ? `${origin}/join/${token}` : ''
    return [name, email, number, role, link, sentAt?.toISOString() ?? null, takenAt?.toISOString() ?? null]
  })
  return new Response(writeCsv(columns, rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="places.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}
