import { FactRows } from './fact-rows'
import type { MarkWriter } from './write-marks'

type Props = {
  readonly facts: readonly {
    readonly id: string
    readonly words: string
    readonly shown: number
    readonly facility: number
    readonly guess: number
    readonly course: readonly { readonly assignmentId: string; readonly title: string; readonly facility: number }[]
  }[]
  readonly write: MarkWriter
}

/** Facts over the assignments of a course: how each went in all, and at one assignment after the other. */
export function FactsOverTime({ facts, write }: Props) {
  return (
    <FactRows
      facts={facts.map(({ course, ...numbers }) => ({
        ...numbers,
        below: course.length > 1 && (
          <span className="block text-muted text-sm">
            {course.map((one) => `${one.title} ${write.share(one.facility)}`).join(' → ')}
          </span>
        ),
      }))}
      write={write}
    />
  )
}
