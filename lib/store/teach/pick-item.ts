import 'server-only'
import { listExamItems } from '../exam/exam-items'
import { type AssignmentKey, findAssignment, windowOf } from './assignment'
import { changeAssignment } from './save-assignment'

export type Picked =
  | { readonly kind: 'picked' }
  | { readonly kind: 'refused'; readonly error: 'gone' | 'full' | 'busy' }

/**
 * Picks a question of the bank for everybody who gets this assignment, with its points, or takes it out where `points` is
 * null. Refuses as 'gone' what is not theirs or not in the bank.
 */
export async function pickItem(
  key: AssignmentKey,
  { itemId, points }: { readonly itemId: string; readonly points: number | null },
  now: Date,
): Promise<Picked> {
  const found = await findAssignment({ ...key, act: 'edit assignments' })
  if (found === undefined) return { kind: 'refused', error: 'gone' }
  const { title, settings } = found
  const others = settings.picked.filter((one) => one.itemId !== itemId)
  if (points !== null && !(await listExamItems()).some(({ id }) => id === itemId))
    return { kind: 'refused', error: 'gone' }
  const picked = points === null ? others : [...others, { itemId, points }]
  const changed = { ...settings, picked }
  const saved = await changeAssignment(key, { title, settings: changed, window: windowOf(found) }, now)
  if (saved.kind === 'saved') return { kind: 'picked' }
  return {
    kind: 'refused',
    error: saved.error === 'busy' ? 'busy' : saved.error === 'too many questions' ? 'full' : 'gone',
  }
}
