import 'server-only'
import { listFacts } from '../../items/known-facts'
import { factsOfSet, type ReadySet } from '../../review/ready-sets'

const known = new Map<ReadySet, readonly string[]>()

/** The facts of a ready set, in the order in which they are introduced. */
export function factIdsOf(set: ReadySet): readonly string[] {
  const ids = known.get(set) ?? factsOfSet(set, listFacts()).map(({ id }) => id)
  known.set(set, ids)
  return ids
}
