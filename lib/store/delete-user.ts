import 'server-only'
import { database } from './database'
import { ownedTables } from './owned-tables'
import type { Prepare } from './sqlite/statements'
import { countLonelyCourses, deleteLonelyCourses, listSharedCourses, type OwnedCourse } from './teach/owned-courses'

export type Deleted =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'refused'; readonly error: 'busy' }
  /** Others are in courses that this user owns: each must be handed over first. */
  | { readonly kind: 'refused'; readonly error: 'owns courses'; readonly courses: readonly OwnedCourse[] }

/**
 * Deletes every row that is the user's, the user too, by one transaction: what is append-only otherwise is no exception.
 * A course of theirs in which nobody else is goes with them; one with others in it keeps them from going.
 * Copies of the database made earlier (backups/) still hold them.
 */
export async function deleteUser(userId: string): Promise<Deleted> {
  const { writeNow } = await database()
  const written = await writeNow((prepare): Deleted => {
    const courses = listSharedCourses(prepare, userId)
    if (courses.length > 0) return { kind: 'refused', error: 'owns courses', courses }
    deleteLonelyCourses(prepare, userId)
    deleteOwned(prepare, userId)
    return { kind: 'deleted' }
  })
  return written.kind === 'written' ? written.value : written
}

/** The courses that keep a user from being deleted, and how many would go with them. */
export async function findOwnedCourses(
  userId: string,
): Promise<{ readonly shared: readonly OwnedCourse[]; readonly lonely: number }> {
  const { read } = await database()
  return { shared: listSharedCourses(read, userId), lonely: countLonelyCourses(read, userId) }
}

/** Deletes the rows that are a user's, as a part of a larger transaction. */
export function deleteOwned(prepare: Prepare, userId: string): void {
  // Children before their parents.
  for (const { table, mine } of ownedTables.toReversed())
    prepare<[{ userId: string }]>(`DELETE FROM "${table}" WHERE ${mine}`).run({ userId })
}
