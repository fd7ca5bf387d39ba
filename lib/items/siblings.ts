import { rules } from '../tcp/rules'

/**
 * What a fact has in common with others, as names of groups: facts that share a group ask so nearly the same that one of
 * them gives the other away. Facts of a rule, its numbers, and the pair of states that it joins share that rule; facts of
 * a path share the path, and so do the sights of its trace. Departs: a path's rules are not counted, or one handshake would bury a whole deck.
 */
function siblingGroups(factId: string): readonly string[] {
  const [kind = '', name = '', to = ''] = factId.split('/')
  switch (kind) {
    case 'rule':
    case 'numbers':
      return [`rule/${name}`]
    case 'pair':
      return rules.filter((rule) => rule.from === name && rule.to === to).map(({ id }) => `rule/${id}`)
    case 'path':
    case 'seen':
      return [`${kind}/${name}`]
    default:
      return []
  }
}

/** For each fact, the others of the list that share a group with it. */
export function siblingsAmong(factIds: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>()
  for (const factId of factIds)
    for (const group of siblingGroups(factId)) members.set(group, [...(members.get(group) ?? []), factId])
  return new Map(
    factIds.map((factId) => {
      const near = siblingGroups(factId).flatMap((group) => members.get(group) ?? [])
      return [factId, [...new Set(near)].filter((other) => other !== factId)]
    }),
  )
}
