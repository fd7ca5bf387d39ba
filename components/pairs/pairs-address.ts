import { type Model, models } from '@/lib/tcp/peers/models'
import type { Pair } from '@/lib/tcp/peers/pairs'
import { type State, states } from '@/lib/tcp/states'
import { modelNames } from './names'

/** What the page shows: a model, and one of its cells where somebody has chosen one. */
export type Chosen = { readonly model: Model; readonly pair: Pair | null }

const byDefault: Model = 'perfect'

type Query = Readonly<Record<'model' | 'a' | 'b', string | undefined>>

/** Reads an address; what it does not know it leaves out. */
export function parseChosen({ model, a, b }: Query): Chosen {
  const A = stateOf(a)
  const B = stateOf(b)
  return {
    model: models.find((one) => modelNames[one] === model) ?? byDefault,
    pair: A === undefined || B === undefined ? null : { A, B },
  }
}

/** The query of the address at which the page shows this. */
export function queryOf({ model, pair }: Chosen): string {
  const cell = pair === null ? '' : `&a=${pair.A.toLowerCase()}&b=${pair.B.toLowerCase()}`
  return `?model=${modelNames[model]}${cell}`
}

function stateOf(slug: string | undefined): State | undefined {
  return states.find((state) => state.toLowerCase() === slug)
}
