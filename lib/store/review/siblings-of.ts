import 'server-only'
import { siblingsAmong } from '../../items/siblings'
import { listActiveItems } from '../active-items'

type Siblings = ReturnType<typeof siblingsAmong>

const known = new WeakMap<object, Siblings>()

/** The siblings of a fact among those that can be asked; worked out once for each state of the bank. */
export async function siblingsOf(factId: string): Promise<readonly string[]> {
  const items = await listActiveItems()
  const siblings = known.get(items) ?? siblingsAmong([...new Set(items.map((item) => item.factId))])
  known.set(items, siblings)
  return siblings.get(factId) ?? []
}
