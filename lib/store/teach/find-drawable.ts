import 'server-only'
import { pathLengthOf } from '../../assessment/strata'
import { controlOf } from '../../items/kinds/all'
import type { AssignmentSettings } from '../../teach/assignment'
import { type ExamItem, listExamItems } from '../exam/exam-items'
import type { Drawable } from './draw-for'
import { listCourseQuestions } from './questions'

/** The bank, and of the questions that staff of a course have written those that these settings name. */
export async function findDrawable(courseId: string, { questions }: AssignmentSettings): Promise<Drawable> {
  const items = await listExamItems()
  if (questions.length === 0) return { items, written: new Map() }
  const assignable = await listCourseQuestions(courseId)
  const written = assignable.map(({ questionId, versionId, number, authored }): [string, ExamItem] => {
    const { topic, level, body } = authored
    const shape = { pathLength: pathLengthOf(body), form: controlOf(body) }
    const named = { id: versionId, fact: `question ${questionId}`, version: number, isAuthored: true }
    return [questionId, { ...named, topic, level, body, ...shape }]
  })
  return { items, written: new Map(written) }
}
