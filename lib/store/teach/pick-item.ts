import 'server-only'
import type { AssignmentSettings } from '../../teach/assignment'
import { listExamItems } from '../exam/exam-items'
import { type AssignmentKey, findAssignment, windowOf } from './assignment'
import { listCourseQuestions } from './questions'
import { changeAssignment } from './save-assignment'

export type Picked =
  | { readonly kind: 'picked' }
  | { readonly kind: 'refused'; readonly error: 'gone' | 'full' | 'busy' }

/** What is picked: a question of the bank, or one that staff of the course have written. */
export type Pick = { readonly itemId: string } | { readonly questionId: string }

/**
 * Picks a question for everybody who gets this assignment, with its points, or takes it out where `points` is null. Refuses
 * as 'gone' what is not theirs, and what is not there to be asked.
 */
export async function pickItem(key: AssignmentKey, pick: Pick, points: number | null, now: Date): Promise<Picked> {
  const found = await findAssignment({ ...key, act: 'edit assignments' })
  if (found === undefined) return { kind: 'refused', error: 'gone' }
  const { title, settings, courseId } = found
  if (points !== null && !(await isThere(pick, courseId))) return { kind: 'refused', error: 'gone' }
  const changed = picked(settings, pick, points)
  const saved = await changeAssignment(key, { title, settings: changed, window: windowOf(found) }, now)
  if (saved.kind === 'saved') return { kind: 'picked' }
  const errors = { busy: 'busy', 'too many questions': 'full' } as const
  return { kind: 'refused', error: saved.error in errors ? errors[saved.error as keyof typeof errors] : 'gone' }
}

async function isThere(pick: Pick, courseId: string): Promise<boolean> {
  if ('itemId' in pick) return (await listExamItems()).some(({ id }) => id === pick.itemId)
  return (await listCourseQuestions(courseId)).some(({ questionId }) => questionId === pick.questionId)
}

function picked(settings: AssignmentSettings, pick: Pick, points: number | null): AssignmentSettings {
  if ('itemId' in pick) {
    const others = settings.picked.filter(({ itemId }) => itemId !== pick.itemId)
    return { ...settings, picked: points === null ? others : [...others, { itemId: pick.itemId, points }] }
  }
  const others = settings.questions.filter(({ questionId }) => questionId !== pick.questionId)
  return { ...settings, questions: points === null ? others : [...others, { questionId: pick.questionId, points }] }
}
