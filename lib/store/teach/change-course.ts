import 'server-only'
import { toInstantColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'
import { type Acting, actIn, type Busy, type NoCourse } from './acting'
import { noteCourseEvent } from './course-event'

export type CourseSettings = {
  readonly name: string
  readonly term: string
  /** What observers are shown of the students. */
  readonly names: 'real' | 'pseudonym'
}

export type ChangedCourse = { readonly kind: 'changed' } | NoCourse | Busy

const changed = { kind: 'changed' } as const

/** Gives a course another name and term, and says what observers are shown. */
export async function changeCourse(acting: Acting, settings: CourseSettings): Promise<ChangedCourse> {
  return actIn(acting, 'manage course', (prepare) => {
    const columns = { ...settings, courseId: acting.courseId }
    prepare<[typeof columns]>(
      'UPDATE "Course" SET name = @name, term = @term, names = @names WHERE id = @courseId',
    ).run(columns)
    note(prepare, acting, 'course changed', settings)
    return changed
  })
}

/** Puts a course into the archive: from then on everybody reads it, and nobody changes anything. Its door is shut. */
export async function archiveCourse(acting: Acting): Promise<ChangedCourse> {
  return actIn(acting, 'manage course', (prepare) => {
    prepare<[string, string]>(
      'UPDATE "Course" SET "archivedAt" = ?, "joinCode" = NULL, "joinToken" = NULL WHERE id = ?',
    ).run(toInstantColumn(acting.now), acting.courseId)
    note(prepare, acting, 'archived', {})
    return changed
  })
}

/** Takes a course out of the archive. Its door stays shut until somebody opens it. */
export async function takeFromArchive(acting: Acting): Promise<ChangedCourse> {
  return actIn(
    acting,
    'manage course',
    (prepare) => {
      prepare<[string]>('UPDATE "Course" SET "archivedAt" = NULL WHERE id = ?').run(acting.courseId)
      note(prepare, acting, 'taken from archive', {})
      return changed
    },
    { archived: true },
  )
}

function note(prepare: Prepare, { courseId, userId, now }: Acting, act: string, detail: object): void {
  noteCourseEvent(prepare, { courseId, by: userId, at: now, act, detail })
}
