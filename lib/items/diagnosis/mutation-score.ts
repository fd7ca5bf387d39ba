import { canon } from '../../misconceptions/machine'
import { misconceptions, type NoMutant } from '../../misconceptions/misconceptions'
import type { Ambiguity } from '../../tcp/ambiguities'
import type { Item } from '../item'
import { believers } from './believers'
import { distinguish } from './distinguish'
import { viewsOf } from './views'

/** How well a bank tells the beliefs from the RFC and from each other. */
export type MutationScore = {
  /** The mutants that some item tells apart from the canon, and for each how many do. */
  readonly told: ReadonlyMap<string, number>
  /** Those that a question could tell apart, and no item does. */
  readonly missed: readonly string[]
  /** Those that no question can: they part from the canon only where the RFC leaves something open, which is never asked. */
  readonly indistinguishable: readonly { readonly id: string; readonly open: Ambiguity }[]
  /** Mutants that all items see alike, so that they count as one. */
  readonly alike: readonly (readonly string[])[]
  /** The beliefs that are no edit of the machine, and why. */
  readonly noMutant: readonly { readonly id: string; readonly why: NoMutant }[]
}

export function mutationScore(items: readonly Pick<Item, 'body'>[]): MutationScore {
  const told = new Map<string, number>()
  const views = new Map<string, string[]>(believers.map(({ id }) => [id, []]))
  for (const [index, { body }] of items.entries())
    for (const [id, view] of viewsOf(body).otherwise) {
      told.set(id, (told.get(id) ?? 0) + 1)
      views.get(id)?.push(`${index} ${view.join()}`)
    }
  const untold = believers
    .filter(({ id }) => !told.has(id))
    .map(({ id, machine }) => {
      const isAsked = distinguish(canon, machine) !== null
      return { id, open: isAsked ? null : (distinguish(canon, machine, true)?.ends[0].ambiguous ?? null) }
    })
  const alike = new Map<string, string[]>()
  for (const id of told.keys()) {
    const key = (views.get(id) ?? []).join('\n')
    alike.set(key, [...(alike.get(key) ?? []), id])
  }
  return {
    told,
    missed: untold.flatMap(({ id, open }) => (open === null ? [id] : [])),
    indistinguishable: untold.flatMap(({ id, open }) => (open === null ? [] : [{ id, open }])),
    alike: [...alike.values()].filter(({ length }) => length > 1),
    noMutant: misconceptions.flatMap(({ id, why }) => (why === undefined ? [] : [{ id, why }])),
  }
}
