import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { type Cell, writeCsv } from '@/lib/exchange/csv'
import { routing } from '@/lib/i18n/routing'
import { findUserId } from '@/lib/session/session'
import { findGradebook, type Gradebook } from '@/lib/store/teach/marks/gradebook'

/** The gradebook of a course as CSV for spreadsheets, in the language that is asked for. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/courses/[course]/gradebook'>,
): Promise<Response> {
  const { course: courseId } = await params
  const asked = new URL(request.url).searchParams.get('locale')
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const userId = await findUserId(request.headers)
  const book = userId === undefined ? undefined : await findGradebook({ userId, courseId, now: new Date() })
  if (book === undefined) return Response.json({ error: 'no such course' }, { status: 404 })
  const t = await getTranslations({ locale, namespace: 'marks.gradebook' })
  const names = [t('student'), t('number'), t('total')]
  return new Response(gradebookCsv(book, names), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="gradebook.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** A line for each student: name, number, total in percent, and the points at each assignment. Numbers are plain numbers. */
function gradebookCsv({ assignments, students }: Gradebook, names: readonly string[]): string {
  const columns = [...names, ...assignments.map(({ title, outOf }) => `${title} (${outOf / 100})`)]
  const rows = students.map(({ name, number, total, cells }): readonly Cell[] => [
    name,
    number,
    total === null ? null : total.permille / 10,
    ...cells.map(({ mark }) => (mark === null ? null : mark.earned / 100)),
  ])
  return writeCsv(columns, rows)
}
