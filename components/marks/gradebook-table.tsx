import './print.css'
import { useTranslations } from 'next-intl'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import type { CourseTotal, Mark } from '@/lib/teach/gradebook'
import { GradebookRows } from './gradebook-rows'
import type { MarkWriter } from './write-marks'

/** From more than so many on, their titles stand upright on paper. */
const manyAssignments = 8

type Assigned = { readonly id: string; readonly title: string; readonly outOf: number; readonly weight: number }

type Student = {
  readonly userId: string
  readonly name: string
  readonly hasLeft: boolean
  readonly cells: readonly { readonly mark: Mark | null }[]
  readonly total: CourseTotal | null
}

type Props = {
  readonly courseId: string
  readonly courseName: string
  readonly assignments: readonly Assigned[]
  readonly students: readonly Student[]
  /** Whether the reader may look at what is behind the marks of an assignment. */
  readonly isStaff: boolean
  readonly write: MarkWriter
}

/** What no number has in it. */
const between = '|'

/**
 * Students and assignments. The first column stays while the rest scrolls; on a phone there are names and totals, and each
 * name leads to the rest. On paper it is all there.
 */
export function GradebookTable({ courseId, courseName, assignments, students, isStaff, write }: Props) {
  const t = useTranslations('marks.gradebook')
  const atSide = 'max-sm:hidden print:table-cell'
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      aria-label={t('table', { course: courseName })}
      className={`gradebook ${assignments.length > manyAssignments ? 'gradebook-many' : ''} relative max-h-[75dvh] overflow-auto rounded-sm border border-rule bg-sheet print:max-h-none print:overflow-visible`}
    >
      <table className="w-full border-separate border-spacing-0 text-[0.94em] tabular-nums [&_tbody_th]:border-rule [&_tbody_th]:border-b [&_td]:border-rule [&_td]:border-b [&_td]:px-3 [&_td]:py-1 [&_td]:text-right max-sm:[&_td:nth-child(n+3)]:hidden print:[&_td:nth-child(n+3)]:table-cell">
        <thead className="[&_th]:sticky [&_th]:top-0 [&_th]:z-10 [&_th]:border-edge [&_th]:border-b [&_th]:bg-sheet [&_th]:px-3 [&_th]:py-2 [&_th]:align-bottom print:[&_th]:static">
          <tr>
            <th scope="col" className="left-0 z-20! text-left">
              {t('student')}
            </th>
            <th scope="col" className="text-right">
              {t('total')}
            </th>
            {assignments.map(({ id, title, outOf, weight }) => (
              <th key={id} scope="col" className={`min-w-28 text-right font-medium ${atSide}`}>
                <span className="gradebook-head">
                  {isStaff ? (
                    <Link
                      href={`/teach/${courseId}/assignments/${id}/analysis`}
                      prefetch={false}
                      aria-label={t('analysisOf', { title })}
                      className={textLink}
                    >
                      {title}
                    </Link>
                  ) : (
                    title
                  )}
                  <span className="block font-normal text-muted text-sm">
                    {t('outOf', { points: write.points(outOf) })}
                    {weight !== 1 && <span className="block">{t('weight', { weight: String(weight) })}</span>}
                  </span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <GradebookRows
          between={between}
          rows={students.map(({ userId, name, hasLeft, cells, total }) => ({
            ...{ userId, name, left: hasLeft ? t('left') : null },
            total: total === null ? '–' : write.total(total.permille),
            cells: cells
              .map(({ mark }, index) =>
                cellText(mark, total?.dropped.includes(assignments[index]?.id ?? '') ?? false, write),
              )
              .join(between),
          }))}
        />
      </table>
    </section>
  )
}

/** One short text, for there may be nine thousand: * by hand, ! nothing handed in, in brackets what is left out. */
function cellText(mark: Mark | null, isDropped: boolean, write: MarkWriter): string {
  if (mark === null) return '–'
  const sign = mark.from === 'override' ? '*' : mark.from === 'missing' ? '!' : ''
  const text = `${write.points(mark.earned)}${sign}`
  return isDropped ? `(${text})` : text
}
